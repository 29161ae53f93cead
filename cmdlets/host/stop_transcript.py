"""Stop-Transcript."""

from __future__ import annotations

from spshell.engine.commands.cmdlet import Cmdlet


class StopTranscript(Cmdlet, verb="Stop", noun="Transcript", should_process=True, impact="None"):
    """End the newest transcript.

    PS> $f = [IO.Path]::GetTempFileName(); $null = Start-Transcript $f; $null = Stop-Transcript
    """

    def process(self) -> None:
        from cmdlets.host.messages import host_fault
        from cmdlets.host.transcript import running
        from spshell.values.objects import PSObject

        found = running(self.session)
        if not found:
            self.throw(host_fault("InvalidOperation"))
        transcript = found[-1]
        if not self.should_process(transcript.path, "Stop-Transcript"):
            return
        self.session.host.transcribers.remove(transcript)
        transcript.stop()
        text = f"Transcript stopped, output file is {transcript.path}"
        self.write(PSObject(text, {"Path": transcript.path}))
