# %% right="a for loop"
def with_retry(task, attempts, wait, catch=None):
    if attempts < 1:
        raise ValueError("at least one attempt")
    for k in range(attempts):
        try:
            return task()
        except Exception as error:
            if k + 1 < attempts:
                wait(2 ** k)
            elif catch is None:
                raise
            else:
                return catch(error)

# %% right="a while loop that counts down"
def with_retry(task, attempts, wait, catch=None):
    if attempts <= 0:
        raise ValueError(attempts)
    left, seconds = attempts, 1
    while True:
        left -= 1
        try:
            result = task()
        except Exception as failure:
            if left == 0:
                if catch is not None:
                    return catch(failure)
                raise failure
        else:
            return result
        wait(seconds)
        seconds *= 2

# %% right="recursion with the wait as an argument"
def with_retry(task, attempts, wait, catch=None, pause=1):
    if attempts < 1:
        raise ValueError("attempts")
    try:
        return task()
    except Exception as error:
        if attempts == 1:
            if catch is None:
                raise
            return catch(error)
    wait(pause)
    return with_retry(task, attempts - 1, wait, catch, 2 * pause)

# %% right="the last error is kept and raised after the loop"
def with_retry(task, attempts, wait, catch=None):
    if not attempts >= 1:
        raise ValueError("attempts must be 1 or more")
    error = None
    for attempt in range(attempts):
        if attempt:
            wait(1 << attempt - 1)
        try:
            return task()
        except (KeyboardInterrupt, SystemExit):
            raise
        except Exception as problem:
            error = problem
    if catch:
        return catch(error)
    raise error

# %% right="outcomes from a generator"
def tries(task, attempts, wait):
    for k in range(attempts):
        try:
            yield True, task()
            return
        except Exception as error:
            yield False, error
        if k < attempts - 1:
            wait(2 ** k)

def with_retry(task, attempts, wait, catch=None):
    if attempts < 1:
        raise ValueError("none")
    for succeeded, outcome in tries(task, attempts, wait):
        if succeeded:
            return outcome
    if catch is None:
        raise outcome
    return catch(outcome)

# %% right="a class that is called"
class Retrier:
    def __init__(self, attempts, wait, catch):
        self.attempts, self.wait, self.catch = attempts, wait, catch
        self.failures = 0

    def __call__(self, task):
        while self.failures < self.attempts:
            try:
                return task()
            except Exception as error:
                self.last = error
                self.failures += 1
                if self.failures < self.attempts:
                    self.wait(2.0 ** (self.failures - 1))
        if self.catch is None:
            raise self.last
        return self.catch(self.last)

def with_retry(task, attempts, wait, catch=None):
    if attempts < 1:
        raise ValueError("attempts")
    return Retrier(attempts, wait, catch)(task)

# %% wrong="attempts are retries" caught_by="the last failure, and what is not caught" of="a for loop"
#-     for k in range(attempts):
#+     attempts += 1
#+     for k in range(attempts):

# %% wrong="waits after the last attempt" caught_by="the last failure, and what is not caught" of="a for loop"
#-             if k + 1 < attempts:
#-                 wait(2 ** k)
#-             elif catch is None:
#+             wait(2 ** k)
#+             if k + 1 < attempts:
#+                 continue
#+             elif catch is None:

# %% wrong="waits before the first" caught_by="calls and waits" of="a for loop"
#-     for k in range(attempts):
#-         try:
#+     for k in range(attempts):
#+         wait(2 ** (k - 1) if k else 0)
#+         try:
#
#-                 wait(2 ** k)
#+                 continue

# %% wrong="the same wait each time" caught_by="calls and waits" of="a for loop"
#-                 wait(2 ** k)
#+                 wait(1)

# %% wrong="waits 2, 4, 8" caught_by="calls and waits" of="a for loop"
#-                 wait(2 ** k)
#+                 wait(2 ** (k + 1))

# %% wrong="waits 1, 2, 3" caught_by="calls and waits" of="a for loop"
#-                 wait(2 ** k)
#+                 wait(k + 1)

# %% wrong="waits at most 60" caught_by="calls and waits" of="a for loop"
#-                 wait(2 ** k)
#+                 wait(min(2 ** k, 60))

# %% wrong="does not wait at all" caught_by="calls and waits" of="a for loop"
#-                 wait(2 ** k)
#+                 continue

# %% wrong="None or 0 counts as a failure" caught_by="calls and waits" of="a for loop"
#-             return task()
#-         except Exception as error:
#+             result = task()
#+             if not result:
#+                 raise RuntimeError("nothing came back")
#+             return result
#+         except Exception as error:

# %% wrong="None counts as a failure" caught_by="calls and waits"
def with_retry(task, attempts, wait, catch=None):
    if attempts < 1:
        raise ValueError("at least one attempt")
    error = None
    for k in range(attempts):
        try:
            result = task()
        except Exception as failure:
            result, error = None, failure
        if result is not None:
            return result
        if k + 1 < attempts:
            wait(2 ** k)
    if error is None:
        return None
    if catch is None:
        raise error
    return catch(error)

# %% wrong="catches KeyboardInterrupt and SystemExit" caught_by="the last failure, and what is not caught" of="a for loop"
#-         except Exception as error:
#+         except BaseException as error:

# %% wrong="catch gets KeyboardInterrupt" caught_by="the last failure, and what is not caught" of="a for loop"
#-         except Exception as error:
#+         except (KeyboardInterrupt, SystemExit) as error:
#+             if catch is None:
#+                 raise
#+             return catch(error)
#+         except Exception as error:

# %% wrong="catch at the first error" caught_by="calls and waits" of="a for loop"
#-             if k + 1 < attempts:
#+             if catch is not None:
#+                 return catch(error)
#+             if k + 1 < attempts:

# %% wrong="returns the error instead of raising" caught_by="the last failure, and what is not caught" of="a for loop"
#-             elif catch is None:
#-                 raise
#+             elif catch is None:
#+                 return error

# %% wrong="raises another type" caught_by="the last failure, and what is not caught" of="a for loop"
#-             elif catch is None:
#-                 raise
#+             elif catch is None:
#+                 raise RuntimeError("all attempts failed") from error

# %% wrong="raises another of its class" caught_by="the last failure, and what is not caught" of="a for loop"
#-             elif catch is None:
#-                 raise
#+             elif catch is None:
#+                 raise type(error)(*error.args)

# %% wrong="the first error goes to catch" caught_by="the last failure, and what is not caught" of="a for loop"
#-     for k in range(attempts):
#+     first = None
#+     for k in range(attempts):
#
#-         except Exception as error:
#+         except Exception as error:
#+             first = first or error
#
#-                 return catch(error)
#+                 return catch(first)

# %% wrong="the first error is raised" caught_by="the last failure, and what is not caught" of="a for loop"
#-     for k in range(attempts):
#+     first = None
#+     for k in range(attempts):
#
#-         except Exception as error:
#+         except Exception as error:
#+             first = first or error
#
#-             elif catch is None:
#-                 raise
#+             elif catch is None:
#+                 raise first

# %% wrong="what catch returns is lost" caught_by="the last failure, and what is not caught" of="a for loop"
#-                 return catch(error)
#+                 catch(error)

# %% wrong="catch that returns None: the error is raised" caught_by="the last failure, and what is not caught" of="a for loop"
#-                 return catch(error)
#+                 result = catch(error)
#+                 if result is None:
#+                     raise
#+                 return result

# %% wrong="swallows: None after the last attempt" caught_by="the last failure, and what is not caught" of="a for loop"
#-             elif catch is None:
#-                 raise
#-             else:
#+             elif catch is not None:

# %% wrong="only ValueError is tried again" caught_by="calls and waits" of="a for loop"
#-         except Exception as error:
#+         except ValueError as error:

# %% wrong="another type is not tried again" caught_by="calls and waits" of="a for loop"
#-     for k in range(attempts):
#+     kind = Exception
#+     for k in range(attempts):
#
#-         except Exception as error:
#+         except kind as error:
#+             kind = type(error)

# %% wrong="0 attempts: None" caught_by="the last failure, and what is not caught" of="a for loop"
#-     if attempts < 1:
#-         raise ValueError("at least one attempt")
#-     for k in range(attempts):
#+     for k in range(attempts):

# %% wrong="0 attempts: one call all the same" caught_by="the last failure, and what is not caught" of="a for loop"
#-     if attempts < 1:
#-         raise ValueError("at least one attempt")
#-     for k in range(attempts):
#+     for k in range(max(1, attempts)):
