/* Step 6 of the week: hours go to activities, barriers and trust move, recent contact is remembered. */
#ifndef WORK_H
#define WORK_H

#include "state.h"

/* Odds of each activity for each caseworker this week, apart from what is seen of the client. */
static void weighActivities(void) {
    for (int w = 0; w < WORKERS; w++) {
        if (caseload[w] == 0) continue;
        double pay = motiveScale[PAYOFF] * weight[PAYOFF][w] * (1 + felt[workerOffice[w]]);
        for (int a = 0; a < ACTIVITIES; a++)
            odds[w][a] = exactExp(activityAppeal[a] + pay * activityPull[a]) * (HABIT_LEAST + habit[a][w]);
    }
}

static int chooseActivity(int row, int w, int week) {
    double gainWeight = HABIT_GAIN * motiveScale[GAIN] * weight[GAIN][w];
    double own[ACTIVITIES], total = 0;
    for (int a = 0; a < ACTIVITIES; a++) {
        own[a] = odds[w][a];
        if (gainWeight > 0) {
            double gain = 0;
            double misread = misreadingOf(row);
            for (int k = 0; k < BARRIERS; k++) {
                if (activityEffect[a][k] == 0) continue;
                gain += barrierWeight[k] * activityEffect[a][k] * seenBarrier(row, k, misread);
            }
            own[a] *= exactExp(gainWeight * gain);
        }
        total += own[a];
    }
    double left = drawUniform(keys[ACTIVITY_KEY], id[row], week) * total;
    for (int a = 0; a < ACTIVITIES - 1; a++) {
        left -= own[a];
        if (left < 0) return a;
    }
    return ACTIVITIES - 1;
}

/* One real contact with a key worker: what it does to barriers, and whether a hidden barrier is found. */
static void help(int row, int week) {
    double given = hours[KEY_WORKER][row];
    int w = worker[KEY_WORKER][row];
    lastReal[row] = week;
    contactHours[row] += given;
    if (contacts[row] < 65535) contacts[row]++;
    int chosen = chooseActivity(row, w, week);
    activity[row] = lastActivity[row] = (int8_t)chosen;
    double reach = HELP * skill[w] * exactLog1p((given * groupSize[chosen]) / TAU) * (0.5 + 0.5 * trust[row]);
    bool needsHelp = false, touches = false;
    for (int k = 0; k < BARRIERS; k++) {
        double effect = activityEffect[chosen][k];
        if (client.barrier[k][row] >= MATCH_FROM) {
            needsHelp = true;
            touches |= effect > 0;
        }
        double hidden = k == HIDDEN_BARRIER && !found[row] ? HELP_HIDDEN : 1;
        client.barrier[k][row] -= least(1, reach * effect * hidden) * client.barrier[k][row];
    }
    contact[KEY_WORKER][row] = needsHelp && !touches ? HOLDING : MATCHED;
    if (!found[row]) {
        double chance = -exactExpm1(-DISCOVERY * given);
        if (drawUniform(keys[DISCOVERY_KEY], id[row], week) < chance) found[row] = 1;
    }
    if (activityEvent[chosen] >= 0 && emitChance[chosen] > 0 &&
        drawUniform(keys[ACTIVITY_EVENT_KEY], id[row], week) < emitChance[chosen])
        emit(row, activityEvent[chosen], week);
}

static void recordContact(int role, int row, int week) {
    contactsMade[role]++;
    contactsMadeBy[role][disposition[worker[role][row]]]++;
    lastRecorded[role][row] = week;
    lastRealOfRole[role][row] = week;
}

/* Trust grows for a week from each real contact and falls without; after attachment it fades to what it was. */
static void moveTrust(int week) {
    for (int row = 0; row < PEOPLE; row++) {
        if (status[row] != ATTACHED) trust[row] += CONTACT_MEMORY * (TRUST_START - trust[row]);
        else if (lastReal[row] == week) trust[row] += TRUST_GROWTH * (1 - trust[row]);
        else trust[row] -= TRUST_DECAY * trust[row];
    }
}

static void rememberContact(void) {
    for (int role = 0; role < ROLES; role++)
        for (int row = 0; row < PEOPLE; row++)
            recent[role][row] += CONTACT_MEMORY * (hours[role][row] - recent[role][row]);
}

/* Barriers return towards the level at referral, and wear where there is no contact. */
static void driftBarriers(void) {
    static double wear[PEOPLE];
    for (int row = 0; row < PEOPLE; row++) {
        double now = recent[KEY_WORKER][row];
        wear[row] = WEAR / (1 + now / CHANGE_CONTACT_SCALE);
    }
    for (int k = 0; k < BARRIERS; k++) {
        double *own = client.barrier[k], *other = twin.barrier[k], *start = startBarrier[k];
        for (int row = 0; row < PEOPLE; row++) {
            own[row] += DRIFT * (start[row] - own[row]) + wear[row] * (1 - own[row]);
            other[row] += DRIFT * (start[row] - other[row]) + WEAR * (1 - other[row]);
        }
    }
}

static void work(int week) {
    weighActivities();
    memset(activity, -1, sizeof activity);
    for (int role = 0; role < ROLES; role++)
        for (int at = 0; at < attachedCount; at++) {
            int row = attached[at];
            if (contact[role][row] == NONE) continue;
            recordContact(role, row, week);
            if (role == KEY_WORKER) help(row, week);
        }
    moveTrust(week);
    rememberContact();
    driftBarriers();
}

#endif
