"""Help: from comments of functions and docstrings of cmdlets to what Get-Help shows
(about_Comment_Based_Help).
"""
