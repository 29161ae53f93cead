"""Format-Table, Format-List, Format-Wide and Format-Custom: what the recordings do not show."""

from __future__ import annotations


def test_wide_columns_share_what_is_over_from_the_left(shown):
    """
    Ten columns of room for three cells of three characters: the first column gets the blank that is over.
    """
    text = shown("'abc', 'def', 'ghi' | ForEach-Object { [pscustomobject]@{ Name = $_ } } | Format-Wide -Column 3 | Out-String -Width 12")
    assert text.split("\n")[1] == "abc  def ghi"


def test_a_list_leaves_out_names_that_the_object_has_not(shown):
    assert shown("[pscustomobject]@{ A = 1 } | Format-List Nope, A, @{ n = 'C'; e = { 2 } }") == "\nA : 1\nC : 2\n\n"


def test_text_between_objects_of_a_list(shown):
    """
    One blank line before the text, none before the next object.
    """
    script = "[pscustomobject]@{ A = 1 }, 'text', [pscustomobject]@{ A = 2 } | Format-List"
    assert shown(script) == "\nA : 1\n\ntext\nA : 2\n\n"


def test_a_width_of_the_first_column_makes_the_others_share_the_rest(shown):
    text = shown("[pscustomobject]@{ A = 1; B = 2; C = 3 } | Format-Table @{ e = 'A'; w = 4 }, B, C | Out-String -Width 20")
    assert text.split("\n")[1] == "   A       B       C"


def test_values_that_are_no_leaves_are_opened_as_deep_as_depth_says(shown):
    script = "[pscustomobject]@{ O = [pscustomobject]@{ P = [pscustomobject]@{ Q = 1 } } } | Format-Custom -Depth 2"
    assert shown(script) == (
        "\nclass PSCustomObject\n{\n  O = \n    class PSCustomObject\n    {\n      P = \n        class PSCustomObject\n"
        "        {\n          Q = 1\n        }\n    }\n}\n\n\n"
    )


def test_a_format_that_does_not_suit_leaves_the_value_plain(shown):
    script = "[pscustomobject]@{ V = 255 } | Format-Table @{ n = 'x'; e = 'V'; f = 'Q9' }"
    assert shown(script).split("\n")[3] == "255"
    assert shown(script + " -DisplayError").split("\n")[3].strip() == "#FMTERR"


def test_a_property_with_a_depth_of_its_own_goes_no_deeper(shown):
    script = "[pscustomobject]@{ A = [pscustomobject]@{ B = [pscustomobject]@{ C = 1 } } } | Format-Custom @{ e = 'A'; depth = 1 }"
    assert "B = @{C=1}" in shown(script)
