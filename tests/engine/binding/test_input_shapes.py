"""Objects of one shape fill parameters by property name the short way; what differs gets the binder."""

from __future__ import annotations

from spshell.app import make_session

_FUNCTION = """
function Get-Line {
    [CmdletBinding()]
    param([Parameter(Mandatory, ValueFromPipelineByPropertyName)][string]$Name, [Parameter(ValueFromPipelineByPropertyName)][int]$Port = 80)
    process { "$Name $Port" }
}
function New-Row($Name, $Port) { [pscustomobject]@{ Name = $Name; Port = $Port } }
"""


def test_values_of_other_classes_are_converted_and_wrong_ones_refused() -> None:
    text = """
    (New-Row a 1), (New-Row b 2), (New-Row c '3'), (New-Row 4 5), (New-Row d '6') | Get-Line
    (New-Row a '1'), (New-Row b 'x'), (New-Row c '3'), (New-Row '' 4) | Get-Line -ErrorAction SilentlyContinue
    $Error.FullyQualifiedErrorId
    """
    assert make_session().evaluate(_FUNCTION + text) == [
        "a 1", "b 2", "c 3", "4 5", "d 6", "a 1", "c 3",
        "ParameterArgumentValidationErrorEmptyStringNotAllowed,Get-Line", "ParameterArgumentTransformationError,Get-Line",
    ]  # fmt: skip


def test_objects_without_a_property_or_with_more_of_them_leave_the_shape() -> None:
    text = """
    (New-Row a 1), (New-Row b 2), [pscustomobject]@{ Name = 'c' }, [pscustomobject]@{ Name = 'd' }, (New-Row e 5) | Get-Line
    $scripted = New-Row f 0
    $scripted.PSObject.Properties.Remove('Port')
    $scripted | Add-Member ScriptProperty Port { 7 }
    (New-Row a 1), (New-Row b 2), $scripted, (New-Row c 3) | Get-Line
    """
    assert make_session().evaluate(_FUNCTION + text) == [
        "a 1", "b 2", "c 80", "d 80", "e 5", "a 1", "b 2", "f 7", "c 3",
    ]  # fmt: skip


def test_the_object_itself_and_its_properties() -> None:
    text = """
    function Get-Both { param([Parameter(ValueFromPipeline)]$Row, [Parameter(ValueFromPipelineByPropertyName)][string]$Name) process { "$($Row.Port) $Name" } }
    (New-Row a 1), (New-Row b 2), 'text', (New-Row c 3) | Get-Both
    """
    assert make_session().evaluate(_FUNCTION + text) == ["1 a", "2 b", " ", "3 c"]
