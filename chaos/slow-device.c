/*
 * Makes a program's writes as slow as those of a slow device: LD_PRELOAD=slow-device.so SLOW_SYNC_US=100000 SLOW_MEGABYTE_US=200000 program.
 * Each sync waits SLOW_SYNC_US microseconds, and each written byte a millionth of SLOW_MEGABYTE_US; sockets and pipes are left alone.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

static useconds_t setting(const char *name) {
  const char *value = getenv(name);
  return value == NULL ? 0 : (useconds_t)atol(value);
}

static void wait_for(int fd, ssize_t bytes) {
  struct stat about;
  if (bytes > 0 && fstat(fd, &about) == 0 && S_ISREG(about.st_mode)) usleep((useconds_t)((double)bytes / 1e6 * setting("SLOW_MEGABYTE_US")));
}

#define REAL(name) __typeof__(name) *real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

int fsync(int fd) { REAL(fsync); usleep(setting("SLOW_SYNC_US")); return real(fd); }
int fdatasync(int fd) { REAL(fdatasync); usleep(setting("SLOW_SYNC_US")); return real(fd); }
ssize_t write(int fd, const void *data, size_t size) { REAL(write); ssize_t done = real(fd, data, size); wait_for(fd, done); return done; }
ssize_t pwrite(int fd, const void *data, size_t size, off_t at) { REAL(pwrite); ssize_t done = real(fd, data, size, at); wait_for(fd, done); return done; }
ssize_t pwrite64(int fd, const void *data, size_t size, off64_t at) { REAL(pwrite64); ssize_t done = real(fd, data, size, at); wait_for(fd, done); return done; }
ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t at) { REAL(pwritev); ssize_t done = real(fd, parts, count, at); wait_for(fd, done); return done; }
ssize_t pwritev64(int fd, const struct iovec *parts, int count, off64_t at) { REAL(pwritev64); ssize_t done = real(fd, parts, count, at); wait_for(fd, done); return done; }
