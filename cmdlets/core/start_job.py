"""Start-Job."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.engine.jobs.background import Run, using_values
from spshell.engine.jobs.jobs import Job, deserialized, jobs_of, launch

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLOCK, _FILE, _LITERAL = "ComputerName", "FilePathComputerName", "LiteralFilePathComputerName"


class StartJob(Cmdlet, verb="Start", noun="Job", default_set=_BLOCK):
    """Run a script block beside this session.

    The job sees nothing of this session but $using: variables and its arguments; what it writes comes back as copies
    without methods. In spshell it runs in a thread of the same process, so environment variables are shared.

        PS> Start-Job { param($n) $n * 2 } -ArgumentList 21 | Receive-Job -Wait -AutoRemoveJob
    """

    script_block: Any = parameter(
        "scriptblock", sets=(_BLOCK,), mandatory=True, position=0, aliases=("Command",), help="What runs."
    )
    file_path: Any = parameter(
        "string", sets=(_FILE,), mandatory=True, position=0, help="A script file that runs."
    )
    literal_path: Any = parameter(
        "string", sets=(_LITERAL,), mandatory=True, aliases=("PSPath", "LP"), help="A script file that runs."
    )
    initialization_script: Any = parameter(
        "scriptblock",
        sets={name: SetFlags(position=1) for name in (_BLOCK, _FILE, _LITERAL)},
        help="Runs first.",
    )
    name: Any = parameter("string", default="", help="The job's name.")
    working_directory: Any = parameter("string", default="", help="Where it runs.")
    input_object: Any = parameter("psobject", from_pipeline=True, help="Becomes $input.")
    argument_list: Any = parameter("System.Object[]", aliases=("Args",), help="The block's arguments.")

    def begin(self) -> None:
        self._input: list[Any] = []

    def process(self) -> None:
        if self.is_bound("InputObject"):
            self._input.append(self.input_object)

    def end(self) -> Iterator[Job]:
        block = self.script_block
        if block is None:
            block = self.session.load_script(self.session.resolve_path(self.file_path or self.literal_path))
        job = jobs_of(self.session).add(self.name, "BackgroundJob", block.text)
        job.convert = deserialized
        run = Run(self.session, block, job.take)
        run.first = self.initialization_script
        run.values = using_values(block, self.scope)
        run.arguments = list(self.argument_list or [])
        run.input = self._input or None
        if self.working_directory:
            run.location = self.session.resolve_path(self.working_directory)
        launch(job, run)
        yield job
