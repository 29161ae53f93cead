"""Set-Variable -Append."""


def test_a_value_is_added_as_one(session):
    """What comes from the pipeline is added piece by piece, an array given by name is one element."""
    assert session.evaluate("$v = 1; Set-Variable v 2, 3 -Append; $v.Count; 4, 5 | Set-Variable v -Append; $v.Count") == [2, 4]
