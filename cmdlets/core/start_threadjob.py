"""Start-ThreadJob."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.engine.jobs.background import Run, using_values
from spshell.engine.jobs.jobs import Job, jobs_of, launch

if TYPE_CHECKING:
    from collections.abc import Iterator


class StartThreadJob(
    Cmdlet,
    verb="Start",
    noun="ThreadJob",
    default_set="ScriptBlock",
    net_class="ThreadJob.StartThreadJobCommand",
):
    """Run a script block in a thread; objects come back as they are.

    PS> Start-ThreadJob { 6 * 7 } | Receive-Job -Wait -AutoRemoveJob
    """

    script_block: Any = parameter(
        "scriptblock", sets=("ScriptBlock",), mandatory=True, position=0, help="What runs."
    )
    file_path: Any = parameter(
        "string", sets=("FilePath",), mandatory=True, position=0, help="A script file that runs."
    )
    name: Any = parameter("string", default="", help="The job's name.")
    initialization_script: Any = parameter("scriptblock", help="Runs first.")
    input_object: Any = parameter("psobject", from_pipeline=True, help="Becomes $input.")
    argument_list: Any = parameter("System.Object[]", help="The block's arguments.")
    throttle_limit: Any = parameter("int", default=5, help="Accepted; every job starts at once.")

    def begin(self) -> None:
        self._input: list[Any] = []

    def process(self) -> None:
        if self.is_bound("InputObject"):
            self._input.append(self.input_object)

    def end(self) -> Iterator[Job]:
        block = self.script_block
        if block is None:
            block = self.session.load_script(self.session.resolve_path(self.file_path))
        job = jobs_of(self.session).add(self.name, "ThreadJob", block.text)
        run = Run(self.session, block, job.take)
        run.first = self.initialization_script
        run.values = using_values(block, self.scope)
        run.arguments = list(self.argument_list or [])
        run.input = self._input or None
        launch(job, run)
        yield job
