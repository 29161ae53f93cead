"""Which parameters of a web request do not go together."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from cmdlets.utility.web_messages import web_fault

if TYPE_CHECKING:
    from cmdlets.utility.web_request_cmdlet import WebRequestCmdlet


def check(cmdlet: WebRequestCmdlet) -> None:
    """Raises ValidationMetadataException for the first pair that does not fit."""
    _check_secrets(cmdlet)
    _check_proxy(cmdlet)
    _check_content(cmdlet)
    _check_output(cmdlet)


def _check_secrets(cmdlet: WebRequestCmdlet) -> None:
    kind = "None" if cmdlet.authentication is None else cmdlet.authentication.name
    signs = kind != "None"
    plain = cmdlet.uri.is_absolute_uri is False or cmdlet.uri.scheme != "https"
    credential, token = cmdlet.credential is not None, cmdlet.token is not None
    for wrong, error_id in (
        (cmdlet.web_session is not None and cmdlet.session_variable is not None, "SessionConflict"),
        (cmdlet.use_default_credentials and signs, "AuthenticationConflict"),
        (signs and token and credential, "AuthenticationTokenConflict"),
        (kind == "Basic" and not credential, "AuthenticationCredentialNotSupplied"),
        (kind in ("OAuth", "Bearer") and not token, "AuthenticationTokenNotSupplied"),
        (
            not cmdlet.allow_unencrypted_authentication
            and (signs or credential or cmdlet.use_default_credentials)
            and plain,
            "AllowUnencryptedAuthenticationRequired",
        ),
        (cmdlet.use_default_credentials and credential, "CredentialConflict"),
    ):
        if wrong:
            _refuse(error_id)


def _check_proxy(cmdlet: WebRequestCmdlet) -> None:
    own, default = cmdlet.proxy_credential is not None, bool(cmdlet.proxy_use_default_credentials)
    if own and default:
        _refuse("ProxyCredentialConflict")
    if cmdlet.proxy is None and (own or default):
        _refuse("ProxyUriNotSupplied")


def _check_content(cmdlet: WebRequestCmdlet) -> None:
    body, form, file = cmdlet.body is not None, cmdlet.form is not None, cmdlet.in_file is not None
    if body and file:
        _refuse("BodyConflict")
    if body and form:
        _refuse("BodyFormConflict")
    if file and form:
        _refuse("FormInFileConflict")
    if file:
        cmdlet.in_file = _input_file(cmdlet)


def _input_file(cmdlet: WebRequestCmdlet) -> str:
    from spshell.engine.providers.drives import drives_of
    from spshell.engine.providers.globbing import Selection, resolve

    given = cmdlet.in_file
    found = resolve(cmdlet.session, given, Selection(force=True))
    if any(place.provider is not drives_of(cmdlet.session).files for place in found):
        _refuse("InFileNotFilesystemPath", given)
    if len(found) > 1:
        _refuse("InFileMultiplePathsResolved", given)
    if not found:
        _refuse("InFileNoPathResolved", given)
    path: str = found[0].path
    if os.path.isdir(path):
        _refuse("InFileNotFilePath", given)
    return path


def _check_output(cmdlet: WebRequestCmdlet) -> None:
    if cmdlet.out_file is None:
        if cmdlet.pass_thru or cmdlet.resume:
            _refuse("OutFileMissing", "PassThru" if cmdlet.pass_thru else "Resume")
    elif cmdlet.resume and os.path.isdir(cmdlet.session.resolve_path(cmdlet.out_file)):
        _refuse("ResumeNotFilePath", cmdlet.out_file)


def _refuse(name: str, *arguments: str) -> None:
    error_id = f"WebCmdlet{name}Exception"
    raise web_fault(error_id, *arguments)
