/* Steps 3, 8 and 9 of the week: joining; events are claimed and paid, costs are paid; habits and burnout move. */
#ifndef MONEY_H
#define MONEY_H

#include "state.h"

/* The caseworker of the role and office with fewest clients; among equals the first from a draw on. */
static int leastLoaded(int role, int o, double draw) {
    int from = firstOfRole[role];
    while (workerOffice[from] != o) from++;
    int count = postsOf[role][o];
    int offset = (int)(draw * count);
    int best = from + offset;
    for (int step = 1; step < count; step++) {
        int w = from + (offset + step) % count;
        if (caseload[w] < caseload[best]) best = w;
    }
    return best;
}

/* Everybody joins in the first week. */
static void attach(int week) {
    if (week > 0) return;
    for (int row = 0; row < PEOPLE; row++) {
        status[row] = ATTACHED;
        attachedAt[row] = week;
        attached[attachedCount++] = row;
        for (int role = 0; role < ROLES; role++)
            worker[role][row] = leastLoaded(role, office[row], drawUniform(keys[ASSIGN_KEY + role], id[row], 0));
        for (int role = 0; role < ROLES; role++) caseload[worker[role][row]]++;
        joined[office[row]][week]++;
        emit(row, EVENT_ATTACHED, week);
    }
    for (int role = 0; role < ROLES; role++) {
        int *start = memberStart[role];
        for (int w = firstOfRole[role], sum = 0; w < firstOfRole[role + 1]; w++) {
            start[w] = sum;
            sum += (int)caseload[w];
            start[w + 1] = sum;
        }
        int next[WORKERS];
        memcpy(next, start, sizeof next);
        for (int row = 0; row < PEOPLE; row++) members[role][next[worker[role][row]]++] = row;
    }
}

static void payCosts(int week) {
    for (int o = 0; o < OFFICES; o++) cost[o] = 0;
    for (int w = 0; w < WORKERS; w++) {
        double pay = weeklyCost[w < KEY_WORKERS ? KEY_WORKER : COORDINATOR] * filledShare(w);
        if (pay <= 0) continue;
        cost[workerOffice[w]] += pay;
        cash[workerOffice[w]] -= pay;
        wages += pay;
    }
    for (int row = 0; row < PEOPLE; row++) {
        int chosen = activity[row];
        if (chosen >= 0 && activityCost[chosen] > 0) provision[chosen][group[row]] += activityCost[chosen];
    }
    if (week < REFERRAL_WEEKS) management += MANAGEMENT;
}

/* Pays for the events of the week that are claimed, and reports them. */
static void payEvents(int week) {
    for (int o = 0; o < OFFICES; o++) earned[o] = 0;
    for (int at = 0; at < eventCount; at++) {
        const Event *e = &events[at];
        if (!e->claimed) continue;
        int g = group[e->client];
        double fee = price[e->event][e->first][e->office][g];
        reported[e->event][e->office][week]++;
        if (fee == 0) continue;
        if (isPlanned[e->event]) earned[e->office] += fee;
        int w = worker[KEY_WORKER][e->client];
        paid[e->event][e->office * (DISPOSITIONS + 1) + (w < 0 ? DISPOSITIONS : disposition[w])]++;
        feesPaid[e->event] += fee;
        feesOfWeek[week] += fee;
        feesOfOffice[e->office][week] += fee;
        feesOfGroup[e->event][g] += fee;
        cash[e->office] += fee;
    }
}

static void claim(int week) {
    payCosts(week);
    payEvents(week);
    for (int o = 0; o < OFFICES; o++) officeAttached[o] = 0;
    for (int at = 0; at < attachedCount; at++) officeAttached[office[attached[at]]]++;
    for (int o = 0; o < OFFICES; o++) reportedCaseload[o][week] = officeAttached[o];
}

static void formHabits(void) {
    memset(used, 0, sizeof used);
    for (int at = 0; at < attachedCount; at++) {
        int row = attached[at];
        if (activity[row] >= 0) used[worker[KEY_WORKER][row]][activity[row]]++;
    }
    for (int w = 0; w < WORKERS; w++) {
        double sum = 0;
        for (int a = 0; a < ACTIVITIES; a++) sum += used[w][a];
        if (sum == 0) continue;
        for (int a = 0; a < ACTIVITIES; a++) habit[a][w] += HABIT_MEMORY * (used[w][a] / sum - habit[a][w]);
    }
}

static void wearOut(void) {
    for (int w = 0; w < WORKERS; w++) {
        double overload = most(0, caseload[w] / fullLoad[w < KEY_WORKERS ? KEY_WORKER : COORDINATOR] - 1);
        double tired = overload + felt[workerOffice[w]];
        double now = burnout[w];
        burnout[w] = clip(now + BURNOUT_RESPONSE * tired * (1 - now) - BURNOUT_RECOVERY * now);
    }
}

static void adapt(void) {
    formHabits();
    wearOut();
    for (int o = 0; o < OFFICES; o++) lowestCash[o] = least(lowestCash[o], cash[o]);
}

#endif
