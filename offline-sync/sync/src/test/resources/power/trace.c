/*
 * Preloaded into a process (LD_PRELOAD), writes down in one order everything it asks of the disk below one folder: what is opened, written, cut, synced,
 * renamed and deleted. Built by the test that needs it, never shipped.
 *
 * TRACE_FOLDER  what is watched, an absolute path
 * TRACE_FILE    where the trace goes
 * TRACE_DEAF    syncs of files whose names end so are asked of the disk and not written down: a disk that lies about them
 * TRACE_FAIL    the sync of this number (from 1) and the one after it fail with EIO, though the bytes may be there
 * TRACE_EVERY   each sync of so many fails so
 *
 * A record: op (1 byte), file (4), offset (8), length (4), then that many bytes; integers little-endian.
 * C create (path)  O open (path)  W write (bytes)  T truncate (to offset)  S sync  R rename (path, NUL, path)  U unlink (path)  M mark (bytes)
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST 4096
#define LONGEST 1024

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int out = -1;
static const char *folder;
static const char *deaf;
static long fail_at;
static long fail_every;
static long syncs;
static uint32_t next_file = 1;
static uint32_t file_of[MOST];
static char deaf_fd[MOST];
static char mark_fd[MOST];

#define REAL(type, name, ...) static type (*real_##name)(__VA_ARGS__)
REAL(int, open, const char *, int, ...);
REAL(int, openat, int, const char *, int, ...);
REAL(int, close, int);
REAL(ssize_t, write, int, const void *, size_t);
REAL(ssize_t, writev, int, const struct iovec *, int);
REAL(ssize_t, pwrite, int, const void *, size_t, off64_t);
REAL(int, ftruncate, int, off64_t);
REAL(int, fsync, int);
REAL(int, fdatasync, int);
REAL(int, rename, const char *, const char *);
REAL(int, unlink, const char *);

static void *found(const char *name) {
    void *it = dlsym(RTLD_NEXT, name);
    if (it == NULL) {
        fprintf(stderr, "trace: no %s\n", name);
        abort();
    }
    return it;
}

static void begin(void) {
    if (real_open != NULL) {
        return;
    }
    real_openat = found("openat64");
    real_close = found("close");
    real_write = found("write");
    real_writev = found("writev");
    real_pwrite = found("pwrite64");
    real_ftruncate = found("ftruncate64");
    real_fsync = found("fsync");
    real_fdatasync = found("fdatasync");
    real_rename = found("rename");
    real_unlink = found("unlink");
    real_open = found("open64");
}

__attribute__((constructor)) static void start(void) {
    begin();
    folder = getenv("TRACE_FOLDER");
    deaf = getenv("TRACE_DEAF");
    fail_at = getenv("TRACE_FAIL") == NULL ? 0 : atol(getenv("TRACE_FAIL"));
    fail_every = getenv("TRACE_EVERY") == NULL ? 0 : atol(getenv("TRACE_EVERY"));
    if (folder != NULL && getenv("TRACE_FILE") != NULL) {
        out = real_open(getenv("TRACE_FILE"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    }
}

static void note(char op, uint32_t file, uint64_t offset, const void *bytes, uint32_t length) {
    char head[17];
    struct iovec parts[2] = {{head, sizeof head}, {(void *) bytes, length}};
    head[0] = op;
    memcpy(head + 1, &file, 4);
    memcpy(head + 5, &offset, 8);
    memcpy(head + 13, &length, 4);
    if (real_writev(out, parts, 2) != (ssize_t) (sizeof head + length)) {
        fprintf(stderr, "trace: cannot be written\n");
        abort();
    }
}

static int watched(const char *path) {
    return out >= 0 && path != NULL && strncmp(path, folder, strlen(folder)) == 0 && strlen(path) < LONGEST;
}

static int ends(const char *path, const char *end) {
    size_t length = strlen(path);
    return end != NULL && length >= strlen(end) && strcmp(path + length - strlen(end), end) == 0;
}

/* Called with the lock held, after the file was opened. */
static void opened(int fd, const char *path, int flags, int was_there) {
    if (fd < 0 || fd >= MOST) {
        return;
    }
    if (ends(path, "/MARKS")) {
        mark_fd[fd] = 1;
        return;
    }
    file_of[fd] = next_file++;
    deaf_fd[fd] = ends(path, deaf);
    note(was_there ? 'O' : 'C', file_of[fd], 0, path, strlen(path));
    if (was_there && (flags & O_TRUNC)) {
        note('T', file_of[fd], 0, "", 0);
    }
}

static int open_at(int directory, const char *path, int flags, mode_t mode) {
    struct stat before;
    int fd;
    begin();
    if (!watched(path)) {
        return real_openat(directory, path, flags, mode);
    }
    pthread_mutex_lock(&lock);
    int was_there = stat(path, &before) == 0;
    fd = real_openat(directory, path, flags, mode);
    opened(fd, path, flags, was_there);
    pthread_mutex_unlock(&lock);
    return fd;
}

#define MODE                                   \
    mode_t mode = 0;                           \
    if (flags & (O_CREAT | __O_TMPFILE)) {     \
        va_list more;                          \
        va_start(more, flags);                 \
        mode = va_arg(more, mode_t);           \
        va_end(more);                          \
    }

int open(const char *path, int flags, ...) { MODE return open_at(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE return open_at(AT_FDCWD, path, flags, mode); }
int openat(int at, const char *path, int flags, ...) { MODE return open_at(at, path, flags, mode); }
int openat64(int at, const char *path, int flags, ...) { MODE return open_at(at, path, flags, mode); }

static int known(int fd) {
    return out >= 0 && fd >= 0 && fd < MOST && (file_of[fd] != 0 || mark_fd[fd]);
}

int close(int fd) {
    begin();
    if (!known(fd)) {
        return real_close(fd);
    }
    pthread_mutex_lock(&lock);
    file_of[fd] = 0;
    mark_fd[fd] = 0;
    int end = real_close(fd);
    pthread_mutex_unlock(&lock);
    return end;
}

/* Called with the lock held. */
static void written(int fd, const void *bytes, ssize_t length, off64_t offset) {
    if (length > 0) {
        note(mark_fd[fd] ? 'M' : 'W', file_of[fd], offset, bytes, length);
    }
}

ssize_t write(int fd, const void *bytes, size_t length) {
    begin();
    if (!known(fd)) {
        return real_write(fd, bytes, length);
    }
    pthread_mutex_lock(&lock);
    int append = fcntl(fd, F_GETFL) & O_APPEND;
    off64_t at = append ? lseek64(fd, 0, SEEK_END) : lseek64(fd, 0, SEEK_CUR);
    ssize_t end = real_write(fd, bytes, length);
    written(fd, bytes, end, at);
    pthread_mutex_unlock(&lock);
    return end;
}

ssize_t writev(int fd, const struct iovec *parts, int count) {
    begin();
    if (!known(fd)) {
        return real_writev(fd, parts, count);
    }
    ssize_t sum = 0;
    for (int i = 0; i < count; i++) {
        ssize_t end = write(fd, parts[i].iov_base, parts[i].iov_len);
        if (end < 0) {
            return sum > 0 ? sum : end;
        }
        sum += end;
    }
    return sum;
}

static ssize_t write_at(int fd, const void *bytes, size_t length, off64_t offset) {
    begin();
    if (!known(fd)) {
        return real_pwrite(fd, bytes, length, offset);
    }
    pthread_mutex_lock(&lock);
    ssize_t end = real_pwrite(fd, bytes, length, offset);
    written(fd, bytes, end, offset);
    pthread_mutex_unlock(&lock);
    return end;
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset) { return write_at(fd, bytes, length, offset); }
ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset) {
    return write_at(fd, bytes, length, offset);
}

static int cut(int fd, off64_t length) {
    begin();
    if (!known(fd)) {
        return real_ftruncate(fd, length);
    }
    pthread_mutex_lock(&lock);
    int end = real_ftruncate(fd, length);
    if (end == 0) {
        note('T', file_of[fd], length, "", 0);
    }
    pthread_mutex_unlock(&lock);
    return end;
}

int ftruncate(int fd, off_t length) { return cut(fd, length); }
int ftruncate64(int fd, off64_t length) { return cut(fd, length); }

static int sync_of(int fd, int (*real)(int)) {
    if (!known(fd)) {
        return real(fd);
    }
    pthread_mutex_lock(&lock);
    syncs++;
    int end = real(fd);
    int fails = fail_at > 0 && (syncs == fail_at || syncs == fail_at + 1);
    if (fails || (fail_every > 0 && syncs % fail_every == 0)) {
        errno = EIO;
        end = -1;
    } else if (end == 0 && !deaf_fd[fd]) {
        note('S', file_of[fd], 0, "", 0);
    }
    pthread_mutex_unlock(&lock);
    return end;
}

int fsync(int fd) {
    begin();
    return sync_of(fd, real_fsync);
}

int fdatasync(int fd) {
    begin();
    return sync_of(fd, real_fdatasync);
}

int rename(const char *from, const char *to) {
    begin();
    if (!watched(from) || !watched(to)) {
        return real_rename(from, to);
    }
    char both[2 * LONGEST + 1];
    pthread_mutex_lock(&lock);
    int end = real_rename(from, to);
    if (end == 0) {
        size_t length = strlen(from);
        memcpy(both, from, length + 1);
        memcpy(both + length + 1, to, strlen(to));
        note('R', 0, 0, both, length + 1 + strlen(to));
    }
    pthread_mutex_unlock(&lock);
    return end;
}

int unlink(const char *path) {
    begin();
    if (!watched(path)) {
        return real_unlink(path);
    }
    pthread_mutex_lock(&lock);
    int end = real_unlink(path);
    if (end == 0) {
        note('U', 0, 0, path, strlen(path));
    }
    pthread_mutex_unlock(&lock);
    return end;
}
