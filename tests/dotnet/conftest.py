import pytest

from spshell import dotnet


@pytest.fixture(scope="session", autouse=True)
def installed():
    """Types are found and their members loaded, as in a session."""
    import spshell.values.core_types  # noqa: F401 - registers the basic types

    dotnet.install()


@pytest.fixture
def session():
    """A fresh session, for types that scripts use together."""
    import io

    from spshell.engine.host.host import Host
    from spshell.engine.session import Session

    return Session(Host(io.StringIO(), io.StringIO()))
