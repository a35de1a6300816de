"""What stands before the outermost element of an XML file: where entities are declared."""

from xml.parsers.expat import ParserCreate

LONGEST_DEFAULT = 1_000
"""Characters of a default that a document type gives an attribute, and so each element again."""


class AttackError(Exception):
    """A sentence about a file that nobody's program wrote."""


class _RootSeenError(Exception):
    """The prolog is over."""


class Prolog:
    """What stands before the outermost element, which is where entities are declared.

    ``document_type`` is the outermost element's name as far as it is announced.
    """

    def __init__(self) -> None:
        self.root = ""
        self.document_type = ""
        self._parser = ParserCreate()
        self._parser.StartDoctypeDeclHandler = self._announce
        self._parser.EntityDeclHandler = self._entity
        self._parser.AttlistDeclHandler = self._attribute
        self._parser.StartElementHandler = self._start

    def feed(self, chunk: bytes) -> None:
        """Look at the next bytes. Raises ``ExpatError``, ``AttackError``."""
        if self.root:
            return
        try:
            self._parser.Parse(chunk)
        except _RootSeenError:
            return

    def _announce(self, name: str, *_rest: object) -> None:
        self.document_type = name.rpartition(":")[2]

    def _entity(self, *_declared: object) -> None:
        raise AttackError("It declares entities of its own, which no journal needs.")

    def _attribute(self, *declared: object) -> None:
        if any(isinstance(part, str) and len(part) > LONGEST_DEFAULT for part in declared):
            raise AttackError("Its document type is larger than any that is needed.")

    def _start(self, name: str, _attributes: object) -> None:
        self.root = name.rpartition(":")[2]
        raise _RootSeenError
