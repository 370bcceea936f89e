"""Ending an event loop that ran in a thread of its own, so that nothing of it is left for the next test."""

import asyncio


async def quiet() -> None:
    """Let whatever still runs come to its end, and connections that were closed go."""
    others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
    for _step in range(5):  # a transport closes its socket some steps after it was told to
        await asyncio.sleep(0)
