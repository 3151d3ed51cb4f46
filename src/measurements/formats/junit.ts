import { countIn, elementsNamed, type XmlElement } from '../../files/xml.ts';
import { writtenIn } from '../coverage.ts';
import type { Measured, MeasurementFormat } from '../format.ts';
import { addCounts, noTests, type Outcome, type TestCounts, testsIn, testsOf } from '../test-counts.ts';

/**
 * JUnit's XML, which most test runners can write. Its test cases are counted; what its attributes say counts for a
 * suite that lists none. https://github.com/testmoapp/junitxml
 */
export const junit: MeasurementFormat = {
  name: 'junit',
  sign: /<testsuites?\b/,
  recognises: ({ text }) => /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<testsuites?\b/.test(text),
  read(content) {
    const root = content.xml();
    if ('refused' in root) return root;
    const { listed, stated } = countsOf(root);
    addCounts(listed, stated);
    return testsOf(listed, toolOf(root));
  },
};

/** The test cases in a suite, and what suites in it state that list none. */
interface Counts {
  listed: TestCounts;
  stated: TestCounts;
}

function countsOf(suite: XmlElement): Counts {
  const counts: Counts = { listed: noTests(), stated: noTests() };
  for (const child of suite.children) {
    if (child.name === 'testcase') counts.listed[outcomeOf(child)]++;
    else if (child.name === 'testsuite') {
      const below = countsOf(child);
      addCounts(counts.listed, below.listed);
      addCounts(counts.stated, below.stated);
    }
  }
  const { listed, stated } = counts;
  if (testsIn(listed) + testsIn(stated) + stated.broken === 0) return { listed, stated: statedBy(suite) };
  // Where all tests that the suite states are listed, one without test cases is no further test.
  const isWhole = testsIn(listed) > 0 && testsIn(listed) === countIn(suite, 'tests');
  return isWhole ? { listed, stated: { ...noTests(), broken: stated.broken } } : counts;
}

function outcomeOf({ attributes, children }: XmlElement): Outcome {
  const has = (name: string) => children.some((child) => child.name === name);
  if (has('failure') || has('error')) return 'failed';
  // GoogleTest says so in attributes.
  const isSkipped = has('skipped') || /^(?:notrun|disabled|skipped)$/i.test(attributes.status ?? '');
  return isSkipped || attributes.result === 'skipped' ? 'skipped' : 'passed';
}

function statedBy(suite: XmlElement): TestCounts {
  const of = (name: string) => countIn(suite, name) ?? 0;
  const [tests, failed] = [of('tests'), of('failures') + of('errors')];
  // A suite that broke before its first test has an error without a test.
  if (failed > tests) return { ...noTests(), failed: tests, broken: failed - tests };
  const skipped = Math.min(tests - failed, of('skipped') + of('disabled'));
  return { passed: tests - failed - skipped, failed, skipped, broken: 0 };
}

/** What runners call their suites. */
const named: [RegExp, Omit<Measured, 'values'>][] = [
  [/^vitest tests$/i, { tool: 'Vitest', language: 'javascript' }],
  [/^jest tests$/i, { tool: 'Jest', language: 'javascript' }],
  [/^mocha tests$/i, { tool: 'Mocha', language: 'javascript' }],
  [/^pytest/i, { tool: 'pytest' }],
];

function toolOf(root: XmlElement): Omit<Measured, 'values'> {
  const go = [...elementsNamed(root, 'property')].find(({ attributes }) => attributes.name === 'go.version');
  if (go) {
    const version = /\d+(?:\.\d+)+/.exec(go.attributes.value ?? '')?.[0];
    return { tool: 'go test', language: 'go', ...(version ? { version } : {}) };
  }
  const suites = [root, ...elementsNamed(root, 'testsuite')].map(({ attributes }) => attributes.name ?? '');
  const runner = named.find(([name]) => suites.some((suite) => name.test(suite)));
  return runner?.[1] ?? { tool: 'JUnit', ...writtenIn(suites) };
}
