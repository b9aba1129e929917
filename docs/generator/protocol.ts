/** A heading of the ODD+D protocol, with its questions in our words. */
export interface ProtocolPart {
  id: string;
  heading: string;
  questions: readonly (readonly [question: string, ...sections: string[]])[];
}

const overview = 'Entities, state variables and scales';
const process = 'Process overview and scheduling';
const background = 'Theoretical and empirical background';
const deciding = 'Individual decision-making';

/**
 * The protocol of Müller et al. 2013, in its order: for each question the headings of docs/model.md under which it is
 * answered. Letters are those of the protocol.
 */
export const protocol: readonly ProtocolPart[] = [
  {
    id: 'I.i',
    heading: 'Purpose',
    questions: [
      ['What is the purpose of the model?', 'Purpose'],
      ['For whom is it designed?', 'Purpose'],
    ],
  },
  {
    id: 'I.ii',
    heading: overview,
    questions: [
      ['What kinds of entities are there?', overview],
      ['By what attributes are they characterised?', overview],
      ['What are the exogenous drivers?', 'Input data', 'Outcomes', 'Scheduled changes'],
      ['How is space included?', overview],
      ['What are the resolutions and extents of time and space?', overview, process],
    ],
  },
  {
    id: 'I.iii',
    heading: process,
    questions: [['What entity does what, and in what order?', process]],
  },
  {
    id: 'II.i',
    heading: background,
    questions: [
      ['Which concepts, theories and hypotheses underlie it?', background],
      ['On what assumptions do the decision models rest?', background],
      ['Why were these decision models chosen?', background],
      ['If a submodel rests on data, where do they come from?', background, 'Parameters'],
      ['At which level of aggregation were the data available?', background],
    ],
  },
  {
    id: 'II.ii',
    heading: deciding,
    questions: [
      ['Who decides on what, and at which level?', deciding],
      ['What is the basic rationality, and do agents pursue an objective?', deciding],
      ['How do agents decide?', deciding, 'Dividing hours', 'Contact', 'Joining'],
      ['Do they adapt to changing variables, inside and outside?', deciding, 'Adapting'],
      ['Do social norms or values play a part?', deciding],
      ['Does space play a part in decisions?', deciding],
      ['Does time play a part in decisions?', deciding],
      ['How is uncertainty included in decisions?', deciding],
    ],
  },
  {
    id: 'II.iii',
    heading: 'Learning',
    questions: [
      ['Do individuals change their decision rules by learning?', 'Learning', 'Staff'],
      ['Is there collective learning?', 'Learning', 'Adapting'],
    ],
  },
  {
    id: 'II.iv',
    heading: 'Individual sensing',
    questions: [
      ['What do individuals sense, and do they err in it?', 'Individual sensing', 'Dividing hours'],
      ['What do they perceive of other individuals, and do they err?', 'Individual sensing'],
      ['What is the spatial scale of sensing?', 'Individual sensing'],
      ['Is the way to information modelled, or is it assumed to be known?', 'Individual sensing'],
      [
        'Are there costs of thinking and of gathering information?',
        'Individual sensing',
        'Reports and reviews',
      ],
    ],
  },
  {
    id: 'II.v',
    heading: 'Individual prediction',
    questions: [
      ['What data do agents use to predict?', 'Individual prediction'],
      ['With what internal models?', 'Individual prediction', 'Dividing hours'],
      ['Can they err in predicting, and how?', 'Individual prediction'],
    ],
  },
  {
    id: 'II.vi',
    heading: 'Interaction',
    questions: [
      ['Are interactions direct or indirect?', 'Interaction'],
      ['On what do they hang?', 'Interaction'],
      ['How is communication represented?', 'Interaction', 'Reports and reviews', 'Board and front line'],
      ['Is there a network of coordination, imposed or emergent?', 'Interaction', 'Partners'],
    ],
  },
  {
    id: 'II.vii',
    heading: 'Collectives',
    questions: [
      ['Do individuals belong to aggregations that affect them, imposed or emergent?', 'Collectives'],
      ['How are collectives represented?', 'Collectives', overview],
    ],
  },
  {
    id: 'II.viii',
    heading: 'Heterogeneity',
    questions: [
      ['In which states and processes do agents differ?', 'Heterogeneity', 'People', 'Caseworkers'],
      ['Do they differ in how they decide?', 'Heterogeneity'],
    ],
  },
  {
    id: 'II.ix',
    heading: 'Stochasticity',
    questions: [['What is random, in the initial state and after?', 'Stochasticity']],
  },
  {
    id: 'II.x',
    heading: 'Observation',
    questions: [
      ['What is collected for testing and analysis, how and when?', 'Observation'],
      ['What emerges from the individuals?', 'Observation'],
    ],
  },
  {
    id: 'III.i',
    heading: 'Implementation details',
    questions: [
      ['How is the model implemented?', 'Implementation details', 'Files of the model'],
      ['Is it accessible?', 'Implementation details'],
    ],
  },
  {
    id: 'III.ii',
    heading: 'Initialisation',
    questions: [
      ['What is the initial state?', 'Initialisation', 'People', 'Caseworkers'],
      ['Is it always the same?', 'Initialisation'],
      ['Are initial values arbitrary or based on data?', 'Initialisation', 'Parameters'],
    ],
  },
  {
    id: 'III.iii',
    heading: 'Input data',
    questions: [['Does it read data that change over time?', 'Input data']],
  },
  {
    id: 'III.iv',
    heading: 'Submodels',
    questions: [
      ['What, in detail, are the submodels?', 'Submodels'],
      ['What are the parameters, their dimensions and values?', 'Parameters', 'Constants in the code'],
      [
        'How were submodels chosen, parameterised and tested?',
        background,
        'Parameters',
        'Implementation details',
      ],
    ],
  },
];
