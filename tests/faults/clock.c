/* Preloaded: after CLOCK_CALLS questions the time of day is CLOCK_JUMP seconds off. The monotonic clock goes on. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>

static long jump(void)
{
    static long calls;
    const char *off = getenv("CLOCK_JUMP");
    const char *from = getenv("CLOCK_CALLS");
    return off && from && __atomic_add_fetch(&calls, 1, __ATOMIC_RELAXED) > atol(from) ? atol(off) : 0;
}

int clock_gettime(clockid_t clock, struct timespec *now)
{
    static int (*next)(clockid_t, struct timespec *);
    if (!next)
        next = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
    const int result = next(clock, now);
    if (clock == CLOCK_REALTIME)
        now->tv_sec += jump();
    return result;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone)
{
    static int (*next)(struct timeval *, void *);
    if (!next)
        next = (int (*)(struct timeval *, void *))dlsym(RTLD_NEXT, "gettimeofday");
    const int result = next(now, zone);
    now->tv_sec += jump();
    return result;
}

time_t time(time_t *now)
{
    struct timespec precise;
    clock_gettime(CLOCK_REALTIME, &precise);
    if (now)
        *now = precise.tv_sec;
    return precise.tv_sec;
}
