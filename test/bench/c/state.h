/*
 * The state of the activation pilot as flat columns: clients, their twins, caseworkers, and what is counted. Numbers of
 * the scenario stand in pilot.h, which is written from the opened scenario (pilotHeader.ts); columns of a replicate's
 * people and caseworkers are read from a file before the clock starts (pilotColumns.ts).
 */
#ifndef STATE_H
#define STATE_H

#include <stdbool.h>
#include <string.h>
#include "exactMath.h"
#include "input.h"
#include "pilot.h"
#include "threefry.h"

enum { SEARCHING, WORKING };
enum { NONE, MATCHED, HOLDING, TOKEN, CONTACT_KINDS };
enum { FUTURE, ATTACHED, DECLINED, REFUSED, DROPPED_OUT, COMPLETED };
enum { PAYOFF, NEED, GAIN, DESERVING, EASE, TURN, VOICE, MANDATE, MOTIVES };
enum { KEY_WORKER, COORDINATOR, ROLES };
enum { FIFTHS = 5 };

/* What is fixed before the first week. */
static uint32_t *id;
static uint8_t *group, *office, *latent, *fifth;
static double *startBarrier[BARRIERS], *motivation, *motivationError, *appearanceError, *awkwardness;
static double *bias;
static uint8_t *workerOffice, *disposition;
static double *weight[MOTIVES], *skill, *chemistry;
static double *noiseTable;
/* [transition][group][256 steps of apparent need, and the end] */
static double *belief[GROUPS];
static Stream *keys;
enum { ASSIGN_KEY, NOISE_KEY = 2, START_KEY = 4, LOSS_KEY, QUALITY_KEY, DISCOVERY_KEY, ACTIVITY_KEY, ACTIVITY_EVENT_KEY };

/* One side's lives: the clients as served, or their twins without service. */
typedef struct {
    double barrier[BARRIERS][PEOPLE];
    uint8_t stage[PEOPLE];
    int32_t stageSince[PEOPLE];
    int32_t first[EVENTS][PEOPLE];
    uint8_t count[EVENTS][PEOPLE];
    uint64_t recentWeeks[PEOPLE];
    uint8_t weeksInWindow[PEOPLE], sustained[PEOPLE], quality[PEOPLE];
    int8_t goodQuality[PEOPLE];
    long events[EVENTS];
} Lives;
static Lives client, twin;

/* The service. */
static uint8_t status[PEOPLE], found[PEOPLE];
static int32_t attachedAt[PEOPLE], endedAt[PEOPLE], worker[ROLES][PEOPLE];
static double trust[PEOPLE], recent[ROLES][PEOPLE], contactHours[PEOPLE];
static uint16_t contacts[PEOPLE];
static int32_t lastReal[PEOPLE], lastRealOfRole[ROLES][PEOPLE], lastRecorded[ROLES][PEOPLE];
static float hours[ROLES][PEOPLE];
static uint8_t contact[ROLES][PEOPLE];
static int8_t activity[PEOPLE], lastActivity[PEOPLE];
static int32_t passedBackUntil[PEOPLE];
static int32_t hadFirst[EVENTS][PEOPLE], claimedFirst[EVENTS][PEOPLE];
static double appearance[PEOPLE], perceived[PEOPLE];
/* [role] the attached by caseworker, each list in order of row. */
static int32_t members[ROLES][PEOPLE], attached[PEOPLE];
static int memberStart[ROLES][WORKERS + 1], attachedCount;

/* Caseworkers. */
static const int firstOfRole[ROLES + 1] = {0, KEY_WORKERS, WORKERS};
static double caseload[WORKERS], burnout[WORKERS], habit[ACTIVITIES][WORKERS], odds[WORKERS][ACTIVITIES];
static double hoursAvailable[WORKERS], hoursGiven[WORKERS], strain[WORKERS], strainHours[WORKERS];
static double cellHours[3][ROLES * DISPOSITIONS];
static double used[WORKERS][ACTIVITIES];

/* Offices and money. */
static double pressure[OFFICES], felt[OFFICES], shortfall[OFFICES], cost[OFFICES], earned[OFFICES];
static double officeAttached[OFFICES], joined[OFFICES][WEEKS], cash[OFFICES], lowestCash[OFFICES];
static double feesPaid[EVENTS], feesOfWeek[WEEKS], feesOfOffice[OFFICES][WEEKS], feesOfGroup[EVENTS][GROUPS];
static double provision[ACTIVITIES][GROUPS], wages, management;
static double waiting[ROLES][OFFICES];
static double startPrice[OFFICES][2][GROUPS], sustainPrice[OFFICES][GROUPS];

/* The record: what happened, is on record and paid, by office and disposition of the caseworker. */
static double happened[EVENTS][OFFICES * (DISPOSITIONS + 1)], paid[EVENTS][OFFICES * (DISPOSITIONS + 1)];
static double reported[EVENTS][OFFICES][WEEKS], reportedCaseload[OFFICES][WEEKS];
static double contactsMade[ROLES], contactsMadeBy[ROLES][DISPOSITIONS + 1];

/* The events of the week under way. */
typedef struct {
    int32_t client;
    uint8_t event, office, first, claimed, attached;
} Event;
static Event events[8 * PEOPLE];
static int eventCount;

static inline double clip(double value) {
    double above = value > 0 ? value : 0;
    return above < 1 ? above : 1;
}

static inline double least(double a, double b) { return a < b ? a : b; }
static inline double most(double a, double b) { return a > b ? a : b; }

static inline double needOf(const Lives *lives, int row) {
    double need = 0;
    for (int k = 0; k < BARRIERS; k++) need += barrierWeight[k] * lives->barrier[k][row];
    return need;
}

/* How far a client is misread: an error of the client's own that fades with contact, and the bias of the group. */
static inline double misreadingOf(int row) {
    return appearanceError[row] / (1 + contactHours[row] / APPEARANCE_LEARNING) + bias[row];
}

/* A barrier as a caseworker sees it. */
static inline double seenBarrier(int row, int k, double misread) {
    double value = client.barrier[k][row];
    return clip((k == HIDDEN_BARRIER && !found[row] ? value * (1 - LATENT_UNSEEN) : value) + misread);
}

static inline double filledShare(int w) {
    return least(1, caseload[w] / (w < KEY_WORKERS ? fullLoad[KEY_WORKER] : fullLoad[COORDINATOR]));
}

/* An event in a client's life: the programme claims it where the client is attached, since nothing has to be written up. */
static void emit(int row, int event, int week) {
    if (client.first[event][row] < 0) client.first[event][row] = week;
    if (client.count[event][row] < 255) client.count[event][row]++;
    client.events[event]++;
    bool now = status[row] == ATTACHED;
    bool first = false;
    if (now) {
        if (hadFirst[event][row] < 0) hadFirst[event][row] = week;
        int w = worker[KEY_WORKER][row];
        happened[event][office[row] * (DISPOSITIONS + 1) + (w < 0 ? DISPOSITIONS : disposition[w])]++;
        first = claimedFirst[event][row] < 0;
        if (first) claimedFirst[event][row] = week;
    }
    events[eventCount++] = (Event){row, (uint8_t)event, office[row], first, now, now};
}

static void emitTwin(int row, int event, int week) {
    if (twin.first[event][row] < 0) twin.first[event][row] = week;
    if (twin.count[event][row] < 255) twin.count[event][row]++;
    twin.events[event]++;
}

#endif
