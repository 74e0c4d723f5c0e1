"""Those who do the jobs, behind one `Executor`; few jobs in hand, and workers hired anew when one dies."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait

from assembler.batch import work
from assembler.batch.result import Result, State
from assembler.batch.work import Answer, Job
from assembler.problem import Problem

FRUITLESS = 3
"""After so many deaths alone, and no case done, it is not the cases that kill their workers."""


class Crew:
    """Workers; ``room`` is how many jobs they may have in hand, so that none waits and memory stays flat."""

    def __init__(self, hire: Callable[[int], Executor], size: int, room: int) -> None:
        self._hire, self._size, self._room = hire, size, room
        self._executor = hire(size)
        self._has_done_any = False
        self._deaths = 0

    def answers(self, jobs: Iterable[Job]) -> Iterator[tuple[Job, Answer]]:
        """Do the jobs, and give each one's answer as it comes; a job is taken only when there is room for it."""
        flying: dict[Future[Answer], Job] = {}
        try:
            for job in jobs:
                flying[self._submit(job)] = job
                if len(flying) >= self._room:
                    yield from self._landed(flying)
            while flying:
                yield from self._landed(flying)
        finally:
            for future in flying:
                future.cancel()

    def close(self) -> None:
        """Let the workers go."""
        self._executor.shutdown(wait=True)

    def _submit(self, job: Job) -> Future[Answer]:
        try:
            return self._executor.submit(work.do, job)
        except (BrokenExecutor, OSError) as error:  # a worker died just now, or no process can be begun
            broken: Future[Answer] = Future()
            broken.set_exception(error)
            return broken

    def _landed(self, flying: dict[Future[Answer], Job]) -> Iterator[tuple[Job, Answer]]:
        done = wait(flying, return_when=FIRST_COMPLETED).done
        landed = [(flying.pop(future), future) for future in done]
        for job, future in landed:
            if not _is_fallen(future):
                yield job, self._answer(job, future)
        fallen = [job for job, future in landed if _is_fallen(future)]
        if fallen:
            yield from self._one_by_one(fallen)

    def _one_by_one(self, fallen: list[Job]) -> Iterator[tuple[Job, Answer]]:
        """Do each job once more and alone, so that it shows which of them kills its worker."""
        self._renew(1)
        for job in sorted(fallen, key=lambda job: job.position):
            future = self._submit(job)
            wait((future,))
            if _is_fallen(future):
                self._renew(1)
            yield job, self._killed(job) if _is_fallen(future) else self._answer(job, future)
        self._renew(self._size)

    def _renew(self, size: int) -> None:
        self.close()
        self._executor = self._hire(size)

    def _answer(self, job: Job, future: Future[Answer]) -> Answer:
        self._has_done_any = True
        return _answer(job, future)

    def _killed(self, job: Job) -> Answer:
        self._deaths += 1
        fix = "draft it alone with `qdot draft`; it may need more memory than there is."
        answer = _refused(job, "its worker was ended twice while drafting it.", fix)
        if self._has_done_any or self._deaths < FRUITLESS:
            return answer
        halt = Problem("workers", "each one ends as soon as it begins.", "say --jobs 1 to work without any.")
        return Answer(answer.result, halt=halt)


def _is_fallen(future: Future[Answer]) -> bool:
    return not future.cancelled() and isinstance(future.exception(), BrokenExecutor)


def _answer(job: Job, future: Future[Answer]) -> Answer:
    """Give what a job came to; a fault of ours in one case stops no other."""
    if future.cancelled():
        halt = Problem("cluster", "the scheduler is gone.", "start it again and say --resume to go on.")
        return Answer(_refused(job, halt.what, halt.fix).result, halt=halt)
    error = future.exception()
    if error is None:
        return future.result()
    if type(error).__name__ == "KilledWorker":  # as Dask says it, which may not be installed
        return _refused(job, "its workers were ended again and again while drafting it.", "give them more memory.")
    if isinstance(error, ImportError):
        halt = Problem("cluster", f"its workers lack what they need ({error}).", "install qdot-assembler on each.")
        return Answer(_refused(job, halt.what, halt.fix).result, halt=halt)
    what = f"it could not be drafted ({type(error).__name__}: {error})."
    return _refused(job, what, "this is a fault of qdot, not of the case; please report it.")


def _refused(job: Job, what: str, fix: str) -> Answer:
    source = job.source
    return Answer(Result(source.name, source.shown, State.REFUSED, problems=(Problem(source.shown, what, fix),)))
