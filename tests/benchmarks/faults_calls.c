/* Counts the calls a process makes to write in one folder, and spoils the n-th of them.
   Armed by fault_arm(folder, number, kind); kinds: 0 only count, 1 killed before, 2 killed after,
   3 killed half way through a write, 4 ENOSPC, 5 EIO, 6 a short write, 7 ENOSPC from then on. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static char folder[PATH_MAX];
static int wanted, kind, count, armed;

void fault_arm(const char *path, int number, int how) {
    strncpy(folder, path, sizeof folder - 1);
    wanted = number; kind = how; count = 0; armed = 1;
}
int fault_count(void) { return count; }

static int ours_path(const char *path) { return armed && path && strncmp(path, folder, strlen(folder)) == 0; }
static int ours_fd(int fd) {
    char link[64], path[PATH_MAX];
    if (!armed) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t size = readlink(link, path, sizeof path - 1);
    if (size < 0) return 0;
    path[size] = 0;
    return ours_path(path);
}
static void die(void) { kill(getpid(), SIGKILL); for (;;) pause(); }

/* 0: go on; -1: fail with errno set; 1: die after the call; 2: only half of it */
static int fault(int is_write) {
    count++;
    int late = kind == 7 && count >= wanted;
    if (count != wanted && !late) return 0;
    switch (kind) {
    case 1: die();
    case 2: return 1;
    case 3: return is_write ? 2 : 1;
    case 4: case 7: errno = ENOSPC; return -1;
    case 5: errno = EIO; return -1;
    case 6: return is_write ? 3 : 0;
    }
    return 0;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define WRAP(is_ours, call) do { \
    if (!(is_ours)) return call; \
    int f = fault(0); \
    if (f < 0) return -1; \
    __typeof__(call) result = call; \
    if (f) die(); \
    return result; } while (0)

ssize_t write(int fd, const void *data, size_t size) {
    if (!ours_fd(fd)) return REAL(write)(fd, data, size);
    int f = fault(1);
    if (f < 0) return -1;
    if (f >= 2 && size > 1) size /= 2;
    ssize_t result = REAL(write)(fd, data, size);
    if (f == 1 || f == 2) die();
    return result;
}
static ssize_t at_offset(int fd, const void *data, size_t size, off64_t at) {
    if (!ours_fd(fd)) return REAL(pwrite64)(fd, data, size, at);
    int f = fault(1);
    if (f < 0) return -1;
    if (f >= 2 && size > 1) size /= 2;
    ssize_t result = REAL(pwrite64)(fd, data, size, at);
    if (f == 1 || f == 2) die();
    return result;
}
ssize_t pwrite(int fd, const void *data, size_t size, off_t at) { return at_offset(fd, data, size, at); }
ssize_t pwrite64(int fd, const void *data, size_t size, off64_t at) { return at_offset(fd, data, size, at); }

int fsync(int fd) { WRAP(ours_fd(fd), REAL(fsync)(fd)); }
int fdatasync(int fd) { WRAP(ours_fd(fd), REAL(fdatasync)(fd)); }
int ftruncate(int fd, off_t size) { WRAP(ours_fd(fd), REAL(ftruncate)(fd, size)); }
int ftruncate64(int fd, off64_t size) { WRAP(ours_fd(fd), REAL(ftruncate64)(fd, size)); }
int rename(const char *a, const char *b) { WRAP(ours_path(b), REAL(rename)(a, b)); }
int link(const char *a, const char *b) { WRAP(ours_path(b), REAL(link)(a, b)); }
int unlink(const char *a) { WRAP(ours_path(a), REAL(unlink)(a)); }
int mkdir(const char *a, mode_t mode) { WRAP(ours_path(a), REAL(mkdir)(a, mode)); }

static int opened(const char *path, int flags, mode_t mode) {
    if (!(flags & (O_CREAT | O_WRONLY | O_RDWR)) || !ours_path(path)) return REAL(open64)(path, flags, mode);
    int f = fault(0);
    if (f < 0) return -1;
    int result = REAL(open64)(path, flags, mode);
    if (f) die();
    return result;
}
int open(const char *path, int flags, ...) {
    va_list rest; va_start(rest, flags); mode_t mode = va_arg(rest, int); va_end(rest);
    return opened(path, flags, mode);
}
int open64(const char *path, int flags, ...) {
    va_list rest; va_start(rest, flags); mode_t mode = va_arg(rest, int); va_end(rest);
    return opened(path, flags, mode);
}
