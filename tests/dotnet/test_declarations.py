"""What the types declare is what .NET has: names, kinds of access and parameter types."""

import json
from pathlib import Path

import pytest

from spshell.dotnet.reflection.lookup import find_declared, find_static
from spshell.values.nettype import IndexedProperty, MethodGroup, Property, find_type

FACTS = json.loads((Path(__file__).parent / "data" / "members.json").read_text(encoding="utf-8"))

ENUMERATIONS = json.loads((Path(__file__).parent / "data" / "enumerations.json").read_text(encoding="utf-8"))


def _shape(signature: str) -> list[str]:
    from spshell.values.declare import parse_parameters

    inner = signature.partition("(")[2].rpartition(")")[0]
    return [parameter.type_name for parameter in parse_parameters(inner)]


def _declared(net_type, name: str, static: bool):
    return find_static(net_type, name) if static else find_declared(net_type, name)


@pytest.mark.parametrize("full_name", sorted(FACTS))
def test_the_type_exists_and_has_most_of_its_properties(full_name: str) -> None:
    """
    At least four of five recorded properties are declared, with the recorded type.
    """
    net_type = find_type(full_name)
    assert net_type is not None
    missing = []
    facts = FACTS[full_name]["properties"]
    for name, text in facts.items():
        static = text.startswith("static ")
        found = _declared(net_type, name, static)
        if not isinstance(found, Property) or isinstance(found, IndexedProperty):
            missing.append(name)
        elif "`" not in text and "System.Collections" not in text:
            wanted = text.removeprefix("static ").partition(" {")[0]
            known = find_type(wanted)
            declared = find_type(found.type_name)
            assert known is None or declared is None or known is declared, (name, wanted, found.type_name)
    assert len(missing) <= max(1, len(facts) / 5), missing


@pytest.mark.parametrize("full_name", sorted(FACTS))
def test_declared_overloads_are_recorded_ones(full_name: str) -> None:
    """
    An overload that is declared under a recorded name takes the recorded parameter types; lists share
    a few signatures between their kinds.
    """
    net_type = find_type(full_name)
    assert net_type is not None
    wrong = []
    total = 0
    generic = {"T": "System.Object", "TKey": "System.Object", "TValue": "System.Object"}
    for name, signatures in FACTS[full_name]["methods"].items():
        for static in (False, True):
            recorded = [
                _shape(s) for s in signatures if s.startswith("static ") == static and "[T]" not in name
            ]
            group = _declared(net_type, name, static)
            if not isinstance(group, MethodGroup) or not recorded:
                total += 1
                continue
            from spshell.values.declare import substitute

            shapes = [[substitute(part, generic) for part in shape] for shape in recorded]
            for overload in group.overloads:
                total += 1
                own = [substitute(p.type_name, generic) for p in overload.parameters]
                if own not in shapes:
                    wrong.append((name, own))
    wrong = [item for item in wrong if item != ("ToString", [])]
    assert total
    assert len(wrong) <= (8 if "Collections" in full_name else 0), wrong


@pytest.mark.parametrize("full_name", sorted(ENUMERATIONS))
def test_an_enumeration_has_the_recorded_names_and_numbers(full_name: str) -> None:
    """
    Every name with its number, and no other.
    """
    net_type = find_type(full_name)
    assert net_type is not None
    assert dict(net_type.names) == ENUMERATIONS[full_name]


def test_secrets_never_show() -> None:
    """
    No text form of a secret holds its characters.
    """
    from spshell.dotnet.security.security import NetworkCredential, PSCredential, SecureString
    from spshell.values.text import to_string, to_text

    secret = SecureString("hunter2")
    for value in (secret, PSCredential("ann", secret), NetworkCredential("ann", secret)):
        for shown in (repr(value), str(value), to_text(value), to_string(value)):
            assert "hunter2" not in shown
    assert secret.reveal() == "hunter2"
