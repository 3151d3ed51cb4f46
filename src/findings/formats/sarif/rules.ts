import { type Component, type Result, type Rule, type Run, rule } from './shape.ts';

/** The rule of a result, and the component of the tool that has it. */
export interface RuleOf {
  rule: Rule | null;
  component: Component;
}

/** Looks up the rule of any result of a run (SARIF 3.52.3): by index where there is one, else by id. */
export function rulesOf({ tool: { driver, extensions } }: Run): (result: Result) => RuleOf {
  const components = [driver, ...extensions].map((component) => {
    const rules = component.rules.map((one) => rule.safeParse(one).data ?? null);
    const byId = new Map(rules.flatMap((one) => (one ? [[one.id, one] as const] : [])).toReversed());
    return { component, rules, byId };
  });
  const [ofDriver] = components;

  /** "CA1000/1" is a rule below CA1000 (3.27.5). */
  const named = (id: string, { byId }: (typeof components)[number]): Rule | undefined =>
    byId.get(id) ?? (id.includes('/') ? byId.get(id.slice(0, id.lastIndexOf('/'))) : undefined);

  return (result) => {
    const reference = result.rule.toolComponent;
    const own =
      reference.index === null
        ? components.find(
            ({ component: { guid, name } }) =>
              (reference.guid !== '' && guid === reference.guid) ||
              (reference.name !== '' && name === reference.name),
          )
        : components[reference.index + 1];
    const first = own ?? ofDriver;
    const id = idOf(result);
    const place = result.rule.index ?? result.ruleIndex;
    const indexed = place === null ? null : first?.rules[place];
    // An index that contradicts the id is the index of another list.
    if (first && indexed && (id === '' || belongs(id, indexed.id)))
      return { rule: indexed, component: first.component };
    for (const one of own ? [own, ...components] : components) {
      const found = id === '' ? undefined : named(id, one);
      if (found) return { rule: found, component: one.component };
    }
    return { rule: null, component: first?.component ?? driver };
  };
}

export const idOf = ({ ruleId, rule: { id } }: Result): string => ruleId || id;

const belongs = (id: string, ruleId: string): boolean =>
  id === ruleId || ruleId === '' || id.startsWith(`${ruleId}/`);
