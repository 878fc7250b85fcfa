/*
 * A reader for pcscd that exists only as a port of the loopback interface: an IFD handler (PC/SC part 3) which hands all
 * it is asked to the emulator of a card slot and back.
 *
 * DEVICENAME in pcscd's configuration is 127.0.0.1:PORT. The wire is vpcd's: two bytes of length, highest first, then the
 * payload; a payload of one byte is one of the controls below, any other a command to the card. There are two connections
 * a reader, so that a change of the slot is heard while a command is under way.
 */
#include <arpa/inet.h>
#include <ifdhandler.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

enum { READERS = 8, LONGEST_PAYLOAD = 65535, LONGEST_ATR = 33, SECONDS_TO_ANSWER = 10 };

/* Controls; the last two are the emulator's own. */
enum { POWER_OFF = 0x00, POWER_ON = 0x01, RESET = 0x02, ANSWER_TO_RESET = 0x04, STATE = 0x10, NEXT_STATE = 0x11 };

/* What STATE and NEXT_STATE answer. */
enum { UNPLUGGED = 0, EMPTY = 1, CARD = 2 };

struct reader {
    int port;
    int commands; /* connections; -1 while there is none */
    int changes;
    pthread_mutex_t turn; /* for "commands": pcscd looks for the card while a client sends to it */
};

static struct reader readers[READERS];

__attribute__((constructor)) static void lay_out(void)
{
    for (int i = 0; i < READERS; i++) {
        readers[i].commands = readers[i].changes = -1;
        pthread_mutex_init(&readers[i].turn, NULL);
    }
}

static struct reader *reader_of(DWORD lun)
{
    return &readers[(lun >> 16) % READERS];
}

/* ---- the wire ---- */

static void hang_up(int *wire)
{
    if (*wire >= 0)
        close(*wire);
    *wire = -1;
}

static int reach(const struct reader *reader, int *wire)
{
    if (*wire >= 0)
        return 0;
    struct sockaddr_in emulator = { .sin_family = AF_INET, .sin_port = htons((uint16_t) reader->port) };
    emulator.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    struct timeval patience = { SECONDS_TO_ANSWER, 0 };
    int at_once = 1;
    *wire = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    setsockopt(*wire, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    setsockopt(*wire, IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof at_once);
    if (connect(*wire, (struct sockaddr *) &emulator, sizeof emulator) == 0)
        return 0;
    hang_up(wire);
    return -1;
}

static int put(int wire, const uint8_t *payload, size_t length)
{
    uint8_t frame[LONGEST_PAYLOAD + 2];
    if (length > LONGEST_PAYLOAD)
        return -1;
    frame[0] = (uint8_t) (length >> 8);
    frame[1] = (uint8_t) length;
    memcpy(frame + 2, payload, length);
    return send(wire, frame, length + 2, MSG_NOSIGNAL) == (ssize_t) length + 2 ? 0 : -1;
}

static int get(int wire, uint8_t *payload, size_t most)
{
    uint8_t head[2];
    if (recv(wire, head, sizeof head, MSG_WAITALL) != sizeof head)
        return -1;
    size_t length = (size_t) head[0] << 8 | head[1];
    if (length > most || (length > 0 && recv(wire, payload, length, MSG_WAITALL) != (ssize_t) length))
        return -1;
    return (int) length;
}

/* Asks and answers how many bytes came, -1 if the emulator is not there; a connection that failed is given up. */
static int ask(const struct reader *reader, int *wire, const uint8_t *payload, size_t length, uint8_t *answer, size_t most)
{
    if (reach(reader, wire) < 0)
        return -1;
    int got = put(*wire, payload, length) < 0 ? -1 : get(*wire, answer, most);
    if (got < 0)
        hang_up(wire);
    return got;
}

static int ask_state(const struct reader *reader, int *wire, uint8_t control)
{
    uint8_t state;
    return ask(reader, wire, &control, 1, &state, 1) == 1 ? state : UNPLUGGED;
}

static int tell(const struct reader *reader, int *wire, uint8_t control)
{
    if (reach(reader, wire) < 0)
        return -1;
    int told = put(*wire, &control, 1);
    if (told < 0)
        hang_up(wire);
    return told;
}

/* ---- what pcscd calls ---- */

RESPONSECODE IFDHCreateChannelByName(DWORD lun, LPSTR name)
{
    const char *port = strrchr(name, ':');
    if (port == NULL)
        return IFD_COMMUNICATION_ERROR;
    reader_of(lun)->port = atoi(port + 1);
    return IFD_SUCCESS;
}

RESPONSECODE IFDHCreateChannel(DWORD lun, DWORD channel)
{
    (void) lun;
    (void) channel;
    return IFD_COMMUNICATION_ERROR;
}

RESPONSECODE IFDHCloseChannel(DWORD lun)
{
    struct reader *reader = reader_of(lun);
    pthread_mutex_lock(&reader->turn);
    hang_up(&reader->commands);
    hang_up(&reader->changes);
    pthread_mutex_unlock(&reader->turn);
    return IFD_SUCCESS;
}

/* pcscd's event thread waits here instead of asking every 400 ms; the emulator answers within a second in any case. */
static RESPONSECODE await_change(DWORD lun, int millis)
{
    (void) millis;
    struct reader *reader = reader_of(lun);
    if (reach(reader, &reader->changes) < 0)
        usleep(100000);
    else
        ask_state(reader, &reader->changes, NEXT_STATE);
    return IFD_SUCCESS;
}

static RESPONSECODE one_byte(PDWORD length, PUCHAR value, UCHAR byte)
{
    if (*length < 1)
        return IFD_ERROR_INSUFFICIENT_BUFFER;
    *length = 1;
    *value = byte;
    return IFD_SUCCESS;
}

RESPONSECODE IFDHGetCapabilities(DWORD lun, DWORD tag, PDWORD length, PUCHAR value)
{
    (void) lun;
    RESPONSECODE (*waiting)(DWORD, int) = await_change;
    switch (tag) {
    case TAG_IFD_SLOTS_NUMBER:
    case TAG_IFD_THREAD_SAFE:
        return one_byte(length, value, 1);
    case TAG_IFD_SLOT_THREAD_SAFE:
        return one_byte(length, value, 0);
    case TAG_IFD_SIMULTANEOUS_ACCESS:
        return one_byte(length, value, READERS);
    case TAG_IFD_POLLING_THREAD_WITH_TIMEOUT:
        *length = sizeof waiting;
        memcpy(value, &waiting, sizeof waiting);
        return IFD_SUCCESS;
    default:
        return IFD_ERROR_TAG;
    }
}

RESPONSECODE IFDHSetCapabilities(DWORD lun, DWORD tag, DWORD length, PUCHAR value)
{
    (void) lun;
    (void) tag;
    (void) length;
    (void) value;
    return IFD_NOT_SUPPORTED;
}

RESPONSECODE IFDHSetProtocolParameters(DWORD lun, DWORD protocol, UCHAR flags, UCHAR pts1, UCHAR pts2, UCHAR pts3)
{
    (void) lun;
    (void) protocol;
    (void) flags;
    (void) pts1;
    (void) pts2;
    (void) pts3;
    return IFD_SUCCESS;
}

static RESPONSECODE power(struct reader *reader, DWORD action, PUCHAR atr, PDWORD length)
{
    const uint8_t question = ANSWER_TO_RESET;
    *length = 0;
    if (action == IFD_POWER_DOWN)
        return tell(reader, &reader->commands, POWER_OFF) < 0 ? IFD_COMMUNICATION_ERROR : IFD_SUCCESS;
    if (tell(reader, &reader->commands, action == IFD_RESET ? RESET : POWER_ON) < 0)
        return IFD_COMMUNICATION_ERROR;
    int got = ask(reader, &reader->commands, &question, 1, atr, LONGEST_ATR);
    if (got <= 0)
        return IFD_ERROR_POWER_ACTION;
    *length = (DWORD) got;
    return IFD_SUCCESS;
}

RESPONSECODE IFDHPowerICC(DWORD lun, DWORD action, PUCHAR atr, PDWORD length)
{
    struct reader *reader = reader_of(lun);
    pthread_mutex_lock(&reader->turn);
    RESPONSECODE done = power(reader, action, atr, length);
    pthread_mutex_unlock(&reader->turn);
    return done;
}

/*
 * A card pulled under a command is a communication error, not an absent card: pcscd would note the absence by itself, its
 * event thread would not, and the card that comes next would never be seen.
 */
static RESPONSECODE transmit(struct reader *reader, PUCHAR command, DWORD length, PUCHAR answer, PDWORD answered)
{
    DWORD room = *answered;
    *answered = 0;
    int got = ask(reader, &reader->commands, command, length, answer, room);
    if (got < 2)
        return ask_state(reader, &reader->commands, STATE) == UNPLUGGED ? IFD_NO_SUCH_DEVICE : IFD_COMMUNICATION_ERROR;
    *answered = (DWORD) got;
    return IFD_SUCCESS;
}

RESPONSECODE IFDHTransmitToICC(DWORD lun, SCARD_IO_HEADER sent, PUCHAR command, DWORD length, PUCHAR answer,
                               PDWORD answered, PSCARD_IO_HEADER received)
{
    struct reader *reader = reader_of(lun);
    pthread_mutex_lock(&reader->turn);
    RESPONSECODE done = transmit(reader, command, length, answer, answered);
    pthread_mutex_unlock(&reader->turn);
    if (received != NULL)
        received->Protocol = sent.Protocol;
    return done;
}

RESPONSECODE IFDHControl(DWORD lun, DWORD code, PUCHAR sent, DWORD length, PUCHAR answer, DWORD room, LPDWORD answered)
{
    (void) lun;
    (void) code;
    (void) sent;
    (void) length;
    (void) answer;
    (void) room;
    if (answered != NULL)
        *answered = 0;
    return IFD_ERROR_NOT_SUPPORTED;
}

RESPONSECODE IFDHICCPresence(DWORD lun)
{
    struct reader *reader = reader_of(lun);
    pthread_mutex_lock(&reader->turn);
    int state = ask_state(reader, &reader->commands, STATE);
    pthread_mutex_unlock(&reader->turn);
    if (state == UNPLUGGED)
        return IFD_COMMUNICATION_ERROR;
    return state == CARD ? IFD_ICC_PRESENT : IFD_ICC_NOT_PRESENT;
}
