import type { Severity } from '../fields/issue.ts';

/** The addresses of what stands in a template; a field that stands once is named by its id. */
export const address = {
  issues: (severity: Severity, field?: string): string => `issues/${severity}${field ? `/${field}` : ''}`,
  items: (list: string, field?: string): string => `items/${list}${field ? `/${field}` : ''}`,
  section: (id: string): string => `section/${id}`,
};
