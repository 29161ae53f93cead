"""Reading, writing and calling members, with PowerShell's error identities."""

import pytest

from spshell.dotnet.reflection import members
from spshell.values.conversion import resolve_type_name
from spshell.values.exceptions import NetException
from spshell.values.hashtable import Hashtable
from spshell.values.nettype import find_type
from spshell.values.nothing import NOTHING
from spshell.values.objects import PSCustomObject, PSObject


def error_of(action) -> NetException:
    with pytest.raises(NetException) as caught:
        action()
    return caught.value


def test_a_note_property_is_found_in_any_case() -> None:
    assert members.get_property(PSCustomObject({"Url": "x"}), "URL") == "x"


def test_keys_of_a_hashtable_come_before_its_members() -> None:
    assert members.get_property(Hashtable([("Count", 9)]), "Count") == 9
    assert members.get_property(Hashtable([("a", 9)]), "Count") == 1


def test_a_property_of_a_collection_is_read_from_every_element() -> None:
    items = [PSCustomObject({"a": 1}), PSCustomObject({"a": [2, 3]}), "text"]
    assert members.get_property(items, "a") == [1, 2, 3]


def test_one_result_of_member_enumeration_is_not_an_array() -> None:
    assert members.get_property(["abc", 5], "Chars") is not None
    assert members.get_property([PSCustomObject({"a": 7})], "a") == 7


def test_count_and_length_exist_on_everything() -> None:
    assert members.get_property(5, "Count") == 1
    assert members.get_property(None, "Count") == 0
    assert members.get_property([1, 2], "count") == 2


def test_an_unknown_property_is_null_but_an_error_in_strict_mode() -> None:
    assert members.get_property("a", "Nope") is None
    assert error_of(lambda: members.get_property_strict("a", "Nope")).error_id == "PropertyNotFoundStrict"


@pytest.mark.parametrize(
    ("target", "name", "value", "error_id"),
    [
        (None, "Foo", 1, "PropertyNotFound"),
        ("a", "Foo", 1, "PropertyAssignmentException"),
        ("a", "Length", 1, "PropertyAssignmentException"),
        (PSCustomObject(), "Foo", 1, "ExceptionWhenSetting"),
    ],
)
def test_the_error_of_an_assignment_depends_on_the_target(target, name, value, error_id) -> None:
    assert error_of(lambda: members.set_property(target, name, value)).error_id == error_id


def test_a_value_is_converted_to_the_property_type() -> None:
    builder = members.construct(find_type("System.Text.StringBuilder"), [])
    members.set_property(builder, "Capacity", "20")
    assert members.get_property(builder, "Capacity") == 20
    error = error_of(lambda: members.set_property(builder, "Length", "x"))
    assert error.error_id == "ExceptionWhenSetting"
    assert error.inner is not None


@pytest.mark.parametrize(
    ("target", "name", "arguments", "error_id"),
    [
        (None, "ToString", [], "InvokeMethodOnNull"),
        (5, "Nope", [], "MethodNotFound"),
        ([1, 2], "Nope", [], "MethodNotFound"),
        ("abc", "Substring", [], "MethodCountCouldNotFindBest"),
        ("abc", "Substring", [[1, 2]], "MethodCountCouldNotFindBest"),
        ("abc", "Substring", ["x"], "MethodArgumentConversionInvalidCastArgument"),
        ("abc", "Substring", [9], "ArgumentOutOfRangeException"),
    ],
)
def test_the_error_of_a_call(target, name, arguments, error_id) -> None:
    assert error_of(lambda: members.invoke_method(target, name, arguments)).error_id == error_id


def test_arguments_are_converted_and_void_gives_nothing() -> None:
    assert members.invoke_method("abc", "substring", ["1"]) == "bc"
    made = members.construct(resolve_type_name("System.Collections.Generic.List[int]"), [])
    assert members.invoke_method(made, "Add", ["7"]) is NOTHING
    assert list(made) == [7]


def test_text_to_number_is_preferred_to_text_to_enum() -> None:
    error = error_of(lambda: members.invoke_method("a-b", "Split", ["-", "RemoveEmptyEntries"]))
    assert error.error_id == "MethodArgumentConversionInvalidCastArgument"
    assert error.arguments[0] == "count"


def test_a_tie_between_overloads_is_ambiguous() -> None:
    error = error_of(lambda: members.invoke_static(find_type("math"), "Abs", [True]))
    assert error.error_id == "MethodCountCouldNotFindBest"


def test_added_members_travel_with_a_wrapped_value() -> None:
    wrapped = members.add_member("abc", "Note", 5)
    assert type(wrapped) is PSObject
    assert members.get_property(wrapped, "note") == 5
    assert members.get_property(wrapped, "Length") == 3


def test_properties_come_in_display_order() -> None:
    names = [name for name, _ in members.properties_of(PSCustomObject({"b": 1, "a": 2}))]
    assert names == ["b", "a"]


def test_psobject_lists_and_finds_properties() -> None:
    view = members.get_property(PSCustomObject({"a": 1}), "psobject")
    properties = members.get_property(view, "Properties")
    assert properties.ps_get_index("A").ps_text() == "int a=1"
    assert properties.ps_get_index("zz") is None


@pytest.mark.parametrize(
    ("script", "result"),
    [
        ("$l = [System.Collections.ArrayList]@(1); $l.Item(0) = 5; $l[0]", ["5"]),
        ("$l = [System.Collections.ArrayList]@{a=1}; $l[0].Key", ["a"]),
        ("[enum]::TryParse([DayOfWeek], 'Friday', [ref]$null)", ["True"]),
        ("try { 5 -is 7 } catch { $_.FullyQualifiedErrorId }", ["RuntimeException"]),
        ("try { 5 -is $null } catch { $_.FullyQualifiedErrorId }", ["IsOperatorRequiresType"]),
        ("try { 5 -as 'nosuch' } catch { $_.FullyQualifiedErrorId }", ["InvalidCastFromStringToType"]),
        ("$o = [pscustomobject]@{a=1}; $o.psobject.Properties.Remove('zz'); $o.a", ["1"]),
        ('"$([psmoduleinfo])|$([ValidateSet])|$([ref])"', ["psmoduleinfo|ValidateSet|ref"]),
    ],
)
def test_members_and_types_in_scripts(script, result):
    """
    Parameterized properties take values, -is and -as want a type, types print as their accelerators.
    """
    from spshell.engine.session import Session
    from spshell.values.text import to_text

    assert [to_text(item) for item in Session().evaluate(script)] == result


@pytest.mark.parametrize(
    ("script", "result"),
    [
        ("$o = [pscustomobject]@{a=1}; $o.psobject.GetType().Name", ["PSObject"]),
        ("'x'.psbase.GetType().Name", ["String"]),
        ("$o = [pscustomobject]@{a=1}; $o | Add-Member PropertySet p ([string[]]'a'); \"$($o.p)\"", ["p {a}"]),
        ("try { $o = [pscustomobject]@{}; $null = $o.psextended.GetType() } catch { $_.FullyQualifiedErrorId }", ["MethodNotFound"]),
        ('"$(@{a=1}.GetEnumerator())"', ["[a, 1]"]),
        (",([void]5); 1,([void]5),2; (1,([void]5),2).Count", ["1", "2", "3"]),
        ("{ }.Id.GetType().Name", ["Guid"]),
    ],
)
def test_views_of_an_object_and_what_is_nothing(script, result):
    """
    The views of an object answer for their own part; a void place in an array is passed over when written.
    """
    from spshell.engine.session import Session
    from spshell.values.text import to_text

    assert [to_text(item) for item in Session().evaluate(script)] == result


def test_the_member_collection_is_indexed_by_name_as_a_method_too():
    from spshell.app import make_session

    text = "$p = [pscustomobject]@{ a = 1 }; $p.PSObject.Properties.Item('a').Value; $null -eq $p.PSObject.Properties.Item('*')"
    assert make_session().evaluate(text) == [1, True]


def test_every_class_has_a_base_whatever_was_imported_first():
    """
    Types that are declared on System.Object know it as their base.
    """
    from spshell.engine.session import Session
    from spshell.values.text import to_text

    script = "[System.Collections.ArrayList].BaseType.Name; [System.Collections.Generic.List[int]].BaseType.Name"
    assert [to_text(item) for item in Session().evaluate(script)] == ["Object", "Object"]


def test_a_method_as_a_value_has_the_type_of_its_overloads():
    """
    GetType() of a method tells a delegate for each overload; the definitions are one a line.
    """
    from spshell.engine.session import Session
    from spshell.values.text import to_text

    script = """
    'a'.ToUpper.GetType().Name
    'a'.ToUpper.GetType().GenericTypeArguments[0].Name
    'a'.psobject.Methods['ToUpper'].OverloadDefinitions.Count
    'a'.ToUpper.Invoke()
    """
    assert [to_text(item) for item in Session().evaluate(script)] == ["PSMethod`1", "MethodGroup`2", "2", "A"]


def test_a_method_without_parentheses_shows_an_overload_a_line():
    """
    The view of a method breaks its lines.
    """
    import io

    from spshell.app import make_session
    from spshell.engine.host.host import Host

    session = make_session(Host(io.StringIO(), io.StringIO(), stdin=io.StringIO()))
    (shown,) = session.evaluate("'abc'.ToUpper | Out-String")
    assert shown.strip().split("\n")[2:] == ["string ToUpper()", "string ToUpper(cultureinfo culture)"]
