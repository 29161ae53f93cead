"""Code that runs beside the session: jobs and threads (about_Jobs, about_Thread_Jobs)."""
