/**
 * Which room may import which, as rules for dependency-cruiser: an import goes down from floor to floor. Rooms of one
 * floor do not know each other, but for the pairs in `beside`.
 */
const floors = [
  ['build', 'cli', 'commands'],
  ['tui'],
  ['starting'],
  ['drafts', 'template-library', 'repository', 'findings'],
  ['measurements'],
  ['following-up'],
  ['report', 'checks', 'compare'],
  ['review'],
  ['template', 'fields'],
  ['markdown', 'text', 'files'],
];
const beside = [
  'drafts>template-library',
  'report>checks',
  'checks>report',
  'compare>checks',
  'checks>compare',
].concat(
  ['compare>report', 'template>fields', 'fields>template', 'markdown>text', 'text>markdown', 'files>text'],
  [
    'cli>commands',
    'build>template-library',
    'build>commands',
    'repository>drafts',
    'lists>edit',
    'edit>lists',
  ],
);
/** The same for the rooms of the wizard. */
const wizard = [
  ['screen'],
  ['session'],
  ['keys'],
  ['overlays'],
  ['render'],
  ['edit', 'lists'],
  ['navigation'],
  ['page'],
  ['controls'],
  ['state'],
];

const downwards = (levels, path) =>
  levels.flatMap((rooms, floor) =>
    rooms.map((from) => {
      const below = levels.slice(floor + 1).flat();
      const isDenied = (to) => to !== from && !below.includes(to) && !beside.includes(`${from}>${to}`);
      const denied = levels.flat().filter(isDenied);
      return {
        name: `${from}-imports-downwards`,
        severity: 'error',
        from: { path: path(from) },
        to: { path: denied.length > 0 ? denied.map(path) : '^$' },
      };
    }),
  );

/** Packages that only one room imports, so that they could be replaced there. */
const onlyIn = (room, packages) => ({
  name: `only-${room}-imports-${packages.join('-or-')}`,
  severity: 'error',
  from: { pathNot: `^src/${room}/` },
  to: { path: packages.map((name) => `(^|/)node_modules/(@types/)?${name}[-/]`) },
});

export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    onlyIn('tui', ['ink', 'react']),
    onlyIn('markdown', ['mdast', 'micromark']),
    ...downwards(floors, (room) => `^src/${room}(/|\\.ts$)`),
    ...downwards(wizard, (room) => `^src/tui/wizard/${room}/`),
  ],
  options: {
    parser: 'swc',
    // Types count as well.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
    // The parser takes no JSX: what components import is not looked at, but who imports them is.
    doNotFollow: { path: '(^|/)node_modules/|\\.tsx$' },
  },
};
