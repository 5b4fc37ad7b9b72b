"""The report of a session: what people read, hang up and carry out after the evening.

`facts` gathers everything from the log, in words and numbers; the pages, the calendar and the
tables only lay that out.
"""
