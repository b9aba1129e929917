/* Steps 4 and 5 of the week: pressure, and how each caseworker's hours are divided. */
#ifndef ALLOCATE_H
#define ALLOCATE_H

#include "state.h"
#include "waterline.h"

/* The claimants of the caseworker at work. */
static int32_t claimants[PEOPLE], order[PEOPLE];
static uint32_t claimantId[PEOPLE], ties[PEOPLE];
static double appeal[PEOPLE], ownAppeal[PEOPLE], noise[PEOPLE], given[PEOPLE], ownGiven[PEOPLE];
/* What both roles see of their clients this week. */
static double ease[PEOPLE], startWorth[PEOPLE], seen[BARRIERS][PEOPLE];

static double meanOf(const double *prices) {
    double mean = 0;
    for (int g = 0; g < GROUPS; g++) mean += groupShare[g] * prices[g];
    return mean;
}

/* Events planned for the week: each cohort's share, spread evenly over its weeks of the plan. */
static double plannedEvents(const Plan *plan, int o, int week) {
    double planned = 0;
    int weeks = plan->to - plan->from;
    for (int age = plan->from; age < plan->to; age++)
        if (week - 1 - age >= 0) planned += joined[o][week - 1 - age] * plan->share / weeks;
    return planned;
}

static void press(int week) {
    for (int o = 0; o < OFFICES; o++) {
        double planned = 0;
        for (int p = 0; p < PLANS; p++)
            planned += meanOf(price[plans[o][p].event][1][o]) * plannedEvents(&plans[o][p], o, week);
        double gap = cost[o] > 0 ? most(0, planned - earned[o]) / cost[o] : 0;
        shortfall[o] += (gap - shortfall[o]) / pressureMemory[o];
        pressure[o] = least(pressureCap[o], pressureBase[o] + pressureResponse[o] * shortfall[o]);
        felt[o] = pressure[o] * passesOn[o];
    }
}

/* Prices as caseworkers feel them this week, by group: part their own group's, part the mean over groups. */
static void feelPrices(void) {
    for (int o = 0; o < OFFICES; o++) {
        double salience = least(1, PRICE_SALIENCE * (1 + 0.5 * least(1, felt[o]) + 0.5 * performanceManagement[o]));
        double mean = meanOf(price[EVENT_SUSTAINED][1][o]);
        for (int g = 0; g < GROUPS; g++)
            sustainPrice[o][g] = salience * price[EVENT_SUSTAINED][1][o][g] + (1 - salience) * mean;
        for (int first = 0; first < 2; first++) {
            mean = meanOf(price[EVENT_JOB_START][first][o]);
            for (int g = 0; g < GROUPS; g++)
                startPrice[o][first][g] = salience * price[EVENT_JOB_START][first][o][g] + (1 - salience) * mean +
                                          SUSTAINED_BELIEVED * sustainPrice[o][g];
        }
    }
}

/*
 * Clients as their caseworkers of both roles see them this week: apparent need, barriers, motivation, ease, and what a
 * start is believed to be worth.
 */
static void look(void) {
    for (int row = 0; row < PEOPLE; row++) {
        double misread = misreadingOf(row);
        double hidden = client.barrier[HIDDEN_BARRIER][row];
        double apparent = needOf(&client, row);
        if (!found[row]) apparent -= barrierWeight[HIDDEN_BARRIER] * hidden * LATENT_UNSEEN;
        appearance[row] = clip(apparent + misread);
        ease[row] = 1 - (EASE_FROM_NEED * appearance[row] + (1 - EASE_FROM_NEED) * awkwardness[row]);
        for (int k = 0; k < BARRIERS; k++) seen[k][row] = seenBarrier(row, k, misread);
    }
    for (int at = 0; at < attachedCount; at++) {
        int row = attached[at];
        double overload = most(0, caseload[worker[KEY_WORKER][row]] / fullLoad[KEY_WORKER] - 1);
        perceived[row] = clip(motivation[row] + motivationError[row] - RECASTING * overload * appearance[row]);
        double step = appearance[row] * BELIEF_STEPS;
        int below = step >= BELIEF_STEPS ? BELIEF_STEPS - 1 : (int)step;
        const double *table = belief[group[row]];
        startWorth[row] = table[below] + (step - below) * (table[below + 1] - table[below]);
    }
}

/* Money that a client is believed to bring within the horizon. */
static inline double payoffOf(int row, int o) {
    bool first = claimedFirst[EVENT_JOB_START][row] < 0;
    if (client.stage[row] == SEARCHING) return startPrice[o][first][group[row]] * startWorth[row];
    return client.sustained[row] > 0 || first ? 0 : sustainPrice[o][group[row]] * SUSTAINED_WORTH;
}

/* Appeal of the claimants, and what it would be without pressure; before noise. */
static void weigh(int role, int w, int n, int week) {
    double own[MOTIVES], sum = 0, usual[BARRIERS] = {0};
    for (int m = 0; m < MOTIVES; m++) sum += own[m] = motiveScale[m] * weight[m][w];
    bool moved = sum > 0;
    int o = workerOffice[w];
    double pressed = own[PAYOFF] * (1 + felt[o]);
    for (int a = 0; a < ACTIVITIES; a++)
        for (int k = 0; k < BARRIERS; k++) usual[k] += habit[a][w] * activityEffect[a][k];
    double wNeed = own[NEED] / REFERENCE_NEED, wGain = own[GAIN] / REFERENCE_GAIN;
    double wDeserving = own[DESERVING] / REFERENCE_DESERVING, wEase = own[EASE] / REFERENCE_EASE;
    double wTurn = own[TURN] / TURN_WEEKS, wVoice = own[VOICE];
    double weekly = weeklyCost[role] * filledShare(w);
    double payPerClient = weekly > 0 ? n / (HORIZON * weekly) : 0;
    bool wantsPay = own[PAYOFF] > 0;
    bool any = false, anyOwn = false;
    for (int i = 0; i < n; i++) {
        int row = claimants[i];
        double claim = stageClaim[role][client.stage[row]];
        double gain = 0;
        if (wGain > 0)
            for (int k = 0; k < BARRIERS; k++)
                gain += barrierWeight[k] * usual[k] * seen[k][row];
        double rest = wNeed * appearance[row] + wGain * gain + wDeserving * perceived[row] +
                      wEase * ease[row] + wTurn * least(MOTIVE_CAP * TURN_WEEKS, week - lastRealOfRole[role][row]);
        if (wVoice > 0) rest += wVoice * (passedBackUntil[row] > week ? PASSED_BACK_VOICE : 0);
        rest *= claim;
        double value = wantsPay ? payoffOf(row, o) * payPerClient : 0;
        appeal[i] = moved ? most(0, rest + pressed * value) : claim;
        ownAppeal[i] = moved ? most(0, rest + own[PAYOFF] * value) : claim;
        any |= appeal[i] > 0;
        anyOwn |= ownAppeal[i] > 0;
    }
    for (int i = 0; i < n; i++) {
        if (!any) appeal[i] = stageClaim[role][client.stage[claimants[i]]];
        if (!anyOwn) ownAppeal[i] = stageClaim[role][client.stage[claimants[i]]];
    }
}

/* Noise of judgement and ties, by client and week, on both appeals. */
static void addNoise(int role, int n, int week) {
    for (int i = 0; i < n; i++) claimantId[i] = id[claimants[i]];
    uint32_t *quantile = (uint32_t *)order;
    for (int i = 0; i < n; i++) {
        Words words = drawWords(keys[NOISE_KEY + role], claimantId[i], week);
        quantile[i] = words.w0 >> 20;
        ties[i] = words.w1;
    }
    for (int i = 0; i < n; i++) {
        noise[i] = noiseTable[quantile[i]];
        appeal[i] *= noise[i];
        ownAppeal[i] *= noise[i];
    }
}

/* Who claims hours; coordinators pass back whom they do not find ready. */
static int findClaimants(int role, int w, int week) {
    int n = 0;
    for (int at = memberStart[role][w]; at < memberStart[role][w + 1]; at++) {
        int row = members[role][at];
        if (role == COORDINATOR && client.stage[row] == SEARCHING) {
            double readiness = -0.6 * (appearance[row] - 1) + 0.4 * perceived[row];
            if (readiness < SCREENING_BAR) {
                if (passedBackUntil[row] > week) continue;
                passedBackUntil[row] = week + BACK_WEEKS;
                emit(row, EVENT_PASSED_BACK, week);
                continue;
            }
        }
        claimants[n++] = row;
    }
    return n;
}

static void divide(int role, int w, int week) {
    double available = roleHours[role] * filledShare(w);
    hoursAvailable[w] = available;
    hoursGiven[w] = 0;
    if (available > 0) {
        int n = findClaimants(role, w, week);
        weigh(role, w, n, week);
        addNoise(role, n, week);
        divideByWaterline(appeal, ties, n, available, TAU, shortestAppointment[role], given, order);
        for (int i = 0; i < n; i++) {
            if (!(given[i] > 0)) continue;
            hours[role][claimants[i]] = (float)given[i];
            contact[role][claimants[i]] = MATCHED;
        }
        double sum = 0;
        for (int at = memberStart[role][w]; at < memberStart[role][w + 1]; at++) sum += hours[role][members[role][at]];
        hoursGiven[w] = sum;
        if (week % 4 == 0) {
            /* Goal strain: the division that the caseworker's own weights make, of all clients. */
            int all = memberStart[role][w + 1] - memberStart[role][w];
            if (all != n) {
                n = all;
                memcpy(claimants, members[role] + memberStart[role][w], n * sizeof *claimants);
                weigh(role, w, n, week);
                addNoise(role, n, week);
            }
            divideByWaterline(ownAppeal, ties, n, available, TAU, shortestAppointment[role], ownGiven, order);
            double difference = 0;
            for (int i = 0; i < n; i++) difference += fabs(hours[role][claimants[i]] - ownGiven[i]);
            strain[w] += difference / 2;
            strainHours[w] += available;
        }
    }
    int cell = role * DISPOSITIONS + disposition[w];
    cellHours[0][cell] += available;
    cellHours[1][cell] += hoursGiven[w];
    cellHours[2][cell] += available - hoursGiven[w];
}

static void allocate(int week) {
    for (int role = 0; role < ROLES; role++)
        for (int o = 0; o < OFFICES; o++) waiting[role][o] = 0;
    for (int at = 0; at < attachedCount; at++)
        for (int role = 0; role < ROLES; role++)
            waiting[role][office[attached[at]]] += stageClaim[role][client.stage[attached[at]]] > 0;
    memset(hours, 0, sizeof hours);
    memset(contact, NONE, sizeof contact);
    feelPrices();
    look();
    for (int role = 0; role < ROLES; role++)
        for (int w = firstOfRole[role]; w < firstOfRole[role + 1]; w++) divide(role, w, week);
}

#endif
