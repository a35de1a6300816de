"""Kinds of goal, one module each: what ``domain.standing.GoalKind`` says that they offer."""
