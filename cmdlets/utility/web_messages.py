"""Errors of the web cmdlets: id -> exception type, category, sentence."""

from __future__ import annotations

from spshell.values.exceptions import fault_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.values.exceptions import NetException

_VALIDATION: dict[str, str] = {
    "SessionConflict": "-WebSession and -SessionVariable do not go together; give one.",
    "AuthenticationConflict": "-UseDefaultCredentials and -Authentication do not go together; give one.",
    "AuthenticationTokenConflict": "-Token and -Credential do not go together; give the one that -Authentication needs.",
    "AuthenticationCredentialNotSupplied": "-Authentication Basic needs -Credential.",
    "AuthenticationTokenNotSupplied": "-Authentication Bearer and OAuth need -Token.",
    "AllowUnencryptedAuthenticationRequired": (
        "Secrets do not go over plain HTTP; use https, or -AllowUnencryptedAuthentication if that is meant."
    ),
    "CredentialConflict": "-UseDefaultCredentials and -Credential do not go together; give one.",
    "ProxyCredentialConflict": "-ProxyUseDefaultCredentials and -ProxyCredential do not go together; give one.",
    "ProxyUriNotSupplied": "Credentials for a proxy need -Proxy.",
    "BodyConflict": "-Body and -InFile do not go together; give one.",
    "BodyFormConflict": "-Body and -Form do not go together; give one.",
    "FormInFileConflict": "-Form and -InFile do not go together; give one.",
    "InFileNotFilesystemPath": "'{0}' is no path of a file system.",
    "InFileMultiplePathsResolved": "'{0}' means several files; name one.",
    "InFileNoPathResolved": "'{0}' means no file.",
    "InFileNotFilePath": "'{0}' is a folder; name a file.",
    "OutFileMissing": "-{0} needs -OutFile.",
    "ResumeNotFilePath": "'{0}' is a folder; -Resume needs a file.",
    "ContentType": "'{0}' is no content type; see -SkipHeaderValidation.",
}
"""What does not go together; the id of each is WebCmdlet...Exception."""

TABLE: dict[str, tuple[str, str, str]] = {
    **{
        f"WebCmdlet{name}Exception": (
            "System.Management.Automation.ValidationMetadataException",
            "InvalidArgument",
            sentence,
        )
        for name, sentence in _VALIDATION.items()
    },
    "WebCmdletWebResponseException": (
        "Microsoft.PowerShell.Commands.HttpResponseException",
        "InvalidOperation",
        "The server refused: {0} ({1}); see -SkipHttpErrorCheck.",
    ),
    "InsecureRedirection": (
        "System.InvalidOperationException",
        "InvalidOperation",
        "The server redirects to '{0}', which is not encrypted; see -AllowInsecureRedirect.",
    ),
    "MaximumRedirectExceeded": (
        "System.InvalidOperationException",
        "InvalidOperation",
        "The server redirects further than -MaximumRedirection allows.",
    ),
}


def web_fault(error_id: str, *arguments: Any, target: Any = None) -> NetException:
    """The exception for an entry of the table."""
    return fault_of(TABLE[error_id], error_id, arguments, target)
