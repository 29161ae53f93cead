"""The approved verbs: group, verb and the beginning of its aliases, in PowerShell's order."""

from __future__ import annotations

from spshell.values.declare import net_class, prop

_TABLE = """
Common
  Add=a Clear=cl Close=cs Copy=cp Enter=et Exit=ex Find=fd Format=f Get=g Hide=h Join=j Lock=lk Move=m
  New=n Open=op Optimize=om Push=pu Pop=pop Redo=re Remove=r Rename=rn Reset=rs Resize=rz Search=sr
  Select=sc Set=s Show=sh Skip=sk Split=sl Step=st Switch=sw Undo=un Unlock=uk Watch=wc
Communications
  Connect=cc Disconnect=dc Read=rd Receive=rc Send=sd Write=wr
Data
  Backup=ba Checkpoint=ch Compare=cr Compress=cm Convert=cv ConvertFrom=cf ConvertTo=ct Dismount=dm
  Edit=ed Expand=en Export=ep Group=gp Import=ip Initialize=in Limit=l Merge=mg Mount=mt Out=o
  Publish=pb Restore=rr Save=sv Sync=sy Unpublish=ub Update=ud
Diagnostic
  Debug=db Measure=ms Ping=pi Repair=rp Resolve=rv Test=t Trace=tr
Lifecycle
  Approve=ap Assert=as Build=bd Complete=cmp Confirm=cn Deny=dn Deploy=dp Disable=d Enable=e
  Install=is Invoke=i Register=rg Request=rq Restart=rt Resume=ru Start=sa Stop=sp Submit=sb
  Suspend=ss Uninstall=us Unregister=ur Wait=w
Other
  Use=u
Security
  Block=bl Grant=gr Protect=pt Revoke=rk Unblock=ul Unprotect=up
"""


@net_class("System.Management.Automation.VerbInfo")
class VerbInfo:
    """An approved verb."""

    __slots__ = ("alias", "group_name", "name", "ps_members")

    def __init__(self, name: str, alias: str, group_name: str) -> None:
        self.name = name
        self.alias = alias
        self.group_name = group_name
        self.ps_members: object = None

    @prop("string Verb {get}")
    def verb(self) -> str:
        return self.name

    @prop("string AliasPrefix {get}")
    def alias_prefix(self) -> str:
        return self.alias

    @prop("string Group {get}")
    def group(self) -> str:
        return self.group_name


def approved_verbs() -> list[VerbInfo]:
    """All approved verbs."""
    found: list[VerbInfo] = []
    group = ""
    for line in _TABLE.strip().splitlines():
        if not line.startswith(" "):
            group = line
            continue
        for entry in line.split():
            name, _, alias = entry.partition("=")
            found.append(VerbInfo(name, alias, group))
    return found
