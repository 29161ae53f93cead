"""The usage text."""

USAGE = """
Usage: spshell [[-File] <path> [arguments]]
               [-Command { - | <text> [arguments] }]
               [-CommandWithArgs <text> [arguments]]
               [-EncodedCommand <base64 of UTF-16 text>]
               [-Farm <url>] [-Server <name>]
               [-NoProfile] [-NonInteractive] [-NoLogo] [-NoExit] [-Interactive]
               [-WorkingDirectory <path>] [-SyntaxOnly] [-Strict]

       spshell [-Farm <url>] [-Server <name>] -TimerService | -MailService
       spshell -Version | -Help | -?

  -File              run a script (.sps1, .ps1); arguments after it are the script's
  -Command           run text; with - standard input, statement by statement
  -Farm              the farm state: farm.toml, sqlite:///farm.db, postgresql://... (else $SPSHELL_FARM)
  -Server            which farm server this process is (else $SPSHELL_SERVER, else the host name)
  -TimerService      run the farm's timer jobs when they are due, until SIGTERM
  -MailService       deliver the farm's outgoing mail as it becomes due, until SIGTERM
  -Strict            every error ends the script, also a program that fails: exit code 1
  -SyntaxOnly        check the script and run nothing; exit code 65 for a syntax error

Exit codes: 0 ok, 1 failed, 64 usage, 65 syntax error (-SyntaxOnly), 70 internal fault, 75 farm state locked,
130 interrupted; `exit n` in a script is n.

Without arguments, at a terminal, an interactive prompt opens. All parameters ignore case.
"""
