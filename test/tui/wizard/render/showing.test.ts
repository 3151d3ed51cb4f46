import { describe, expect, it } from 'vitest';
import { visitPage } from '../../../../src/tui/wizard/navigation/navigate.ts';
import { openFinish } from '../../../../src/tui/wizard/overlays/finish/finish.ts';
import { checkedNow } from '../../../../src/tui/wizard/state/problems.ts';
import { keyboard } from '../../pure.ts';

const issue = (id: string, severity: 'critical' | 'high' | 'medium' | 'low') => ({
  id,
  severity,
  answers: {},
});

describe('the top line', () => {
  const review = {
    issues: [issue('a', 'critical'), issue('b', 'high'), issue('c', 'medium'), issue('d', 'low')],
    answers: { recommendation: { value: 'CONDITIONAL GO' } },
  };

  it('stands above the name of the page, whole at any width', async () => {
    for (const columns of [40, 60, 80]) {
      const hand = await keyboard(review, columns);
      for (const page of hand.state().template.pages) {
        hand.do((state) => visitPage(state, page.id));
        expect(hand.rows()[1], `${columns}`).toContain(`─ ${page.title} ─`);
        expect(hand.header()).toContain('saved');
      }
    }
  });

  it('keeps errors, the verdict and the state of saving, whatever else has room', async () => {
    const wrong = { ...review, answers: { ...review.answers, 'review-date': { value: 'soon' } } };
    const lock = { who: 'terminal pts/3', since: new Date(), idleMinutes: 0 };
    const hand = await keyboard(wrong);
    hand.do((state) => visitPage(checkedNow(state), 'summary-page'));
    for (let columns = 40; columns < 200; columns++) {
      for (const rows of [12, 24]) {
        hand.do((state) => ({ ...state, lock: null, size: { columns, rows } }));
        expect(hand.header(), `${columns}`).toMatch(/CONDITIONAL GO +✗ 1.* saved/);
        hand.do((state) => ({ ...state, lock }));
        expect(hand.header(), `${columns}`).toMatch(/CONDITIONAL GO +✗ 1.* READ-ONLY/);
      }
    }
  });

  it('tears no word of the page where there is no rule to name it', async () => {
    const hand = await keyboard(review, 40, 12);
    const first = () => hand.header().split(/ {2,}/)[0]?.trim() ?? '';
    for (const { id, title } of hand.state().template.pages) {
      hand.do((state) => visitPage(state, id));
      expect(`${title} `).toContain(`${first()} `);
    }
  });

  it('counts none of a severity where the worse one has no room', async () => {
    const hand = await keyboard(review);
    hand.do((state) => visitPage(state, 'summary-page'));
    for (let columns = 40; columns < 120; columns++) {
      hand.do((state) => ({ ...state, size: { columns, rows: 24 } }));
      if (hand.header().includes('1 high')) expect(hand.header(), `${columns}`).toContain('1 critical');
      if (hand.header().includes('1 low')) expect(hand.header(), `${columns}`).toContain('1 medium');
      expect(hand.header()).toMatch(/^ (?:Executive Summary|2\/14|Sanctum)/);
    }
  });
});

describe('what is said while a draft cannot be saved', () => {
  it('is there to its end on a narrow screen, until it is saved', async () => {
    const hand = await keyboard({}, 80);
    const remedy = 'free some space on the disk that holds your home folder';
    hand.do((state) => ({ ...state, saved: { is: 'failed', what: 'there is no room on the disk', remedy } }));
    expect(hand.screen()).toContain('! Not saved: there is no room on the disk');
    expect(hand.screen().replace(/\s+/g, ' ')).toContain(
      'home folder. Editing goes on, saving is tried again.',
    );
    expect(hand.screen()).not.toContain('…');
  });

  it('leaves out the folders of a path before the reason or the remedy, and never ends in the middle', async () => {
    const saved = {
      is: 'failed',
      what: 'could not be saved: the folder /home/ada/.config/sanctum-review-nodejs/drafts may not be accessed',
      remedy: 'make the folder writable, or name another one with SANCTUM_REVIEW_HOME',
    } as const;
    const wide = await keyboard({}, 80);
    wide.do((state) => ({ ...state, saved }));
    const said = wide.screen().replace(/\s+/g, ' ');
    expect(said).toContain('! Not saved: the folder …/drafts may not be accessed; make the');
    expect(wide.bottom()[0]).toMatch(/SANCTUM_REVIEW_HOME\.$/);
    const small = await keyboard({}, 40, 12);
    small.do((state) => ({ ...state, saved: { ...saved, what: 'the disk is full' } }));
    expect(small.screen()).toContain('! Not saved: the disk is full\n');
    small.do((state) => ({ ...state, saved }));
    expect(small.screen()).toContain('! Not saved: the folder …/drafts may n…\n');
  });
});

describe('Escape where there is nowhere to go back to', () => {
  it('says how to leave, and that all is saved only when it is', async () => {
    const hand = (await keyboard()).press('escape');
    expect(hand.notice()).toBe('Ctrl+C leaves; everything is saved.');
    hand.do((state) => ({
      ...state,
      saved: { is: 'failed', what: 'the disk is full', remedy: 'make room' },
    }));
    expect(hand.press('escape').notice()).toMatch(/^Not saved yet\..*Ctrl\+C asks/);
  });
});

describe('what the checks say', () => {
  it('takes its rows without moving the focus, let alone off the screen', async () => {
    const hand = await keyboard({}, 80);
    hand.goTo({ field: 'tools' }).press('a').type('mytool').press('enter');
    const at = () => hand.page().findIndex((row) => row.startsWith('▌'));
    const before = at();
    expect(before).toBeGreaterThan(10);
    hand.do(checkedNow);
    expect(hand.screen()).toContain("! B. Tools Used still holds the template's");
    expect(at()).toBe(before);
    hand.press('ctrl+z').do(checkedNow);
    expect(at()).toBeGreaterThan(0);
  });
});

describe('the form of an issue', () => {
  it('offers the action that it lacks beside the severity: nothing moves when that is found', async () => {
    const named = { ...issue('a', 'critical'), answers: { title: { value: 'Ignored errors' } } };
    const hand = (await keyboard({ issues: [named] }, 80)).goTo({ issue: 'a', field: 'risk' });
    const before = hand.page();
    const after = hand.do(checkedNow).page();
    expect(after[1]).toBe('! Severity                    CRITICAL  Alt+R add an action for CRITICAL-1');
    expect(after.toSpliced(1, 1)).toEqual(before.toSpliced(1, 1));
    hand.press('alt+r');
    expect(hand.notice()).toContain('Enter goes to what is missing, then back here.');
    expect(hand.focus()).toMatch(/^list\/immediate\/.*\/owner$/);
    hand.type('Ada').press('enter').type('2026-12-04').press('enter');
    expect(hand.focus()).toBe('issue/a/risk');
    expect(hand.state().history.present.items.immediate).toMatchObject([
      { issues: ['a'], answers: { owner: { value: 'Ada' }, deadline: { value: '2026-12-04' } } },
    ]);
  });
});

describe('an issue in its list', () => {
  it('says in one sentence what it lacks and what is wrong with it', async () => {
    const titled = { ...issue('a', 'critical'), answers: { title: { value: 'Ignored errors' } } };
    const hand = await keyboard({ issues: [titled] }, 120, 30);
    hand.do((state) => visitPage(checkedNow(state), 'critical'));
    expect(hand.screen().replace(/\s+/g, ' ')).toContain(
      'no estimated effort; there is no action plan: nothing is planned for CRITICAL-1',
    );
  });
});

describe('locations of an issue that are not there', () => {
  it('take one sentence in its row, however many there are', async () => {
    const named = { ...issue('a', 'medium'), answers: { location: { value: ['a.go', 'b.go', 'c.go'] } } };
    const hand = await keyboard({ issues: [named] }, 120, 30);
    const lost = ['a.go', 'b.go', 'c.go'].map((path) => ({
      place: { issue: 'a', field: 'location' as const },
      text: path,
      path,
      lines: null,
    }));
    const lookup = { lost, files: 4, where: 'at v1', known: true, repository: '/r' };
    hand.do((state) => visitPage(checkedNow({ ...state, external: { lookup } }), 'medium'));
    const text = hand.screen().replace(/\s+/g, ' ');
    expect(text).toContain('points at a.go, but there is no such file at v1 (and 2 more like this)');
    expect(text).not.toContain('b.go');
  });
});

describe('a report that is written', () => {
  it('is told at the button by the end of its path', async () => {
    const hand = await keyboard({}, 80);
    const path = `/home/ada/${'deep/'.repeat(20)}docs/reports/2026-02-13-review.md`;
    hand.do((state) =>
      visitPage({ ...state, facts: { ...state.facts, written: { path, at: '' } } }, 'sign-off'),
    );
    expect(hand.screen()).toMatch(/Finish review: write the report written to ….*2026-02-13-review\.md\n/);
  });

  it('is counted for in one place while it is finished', async () => {
    const hand = await keyboard({ answers: { 'review-date': { value: 'tomorrow' } } }, 80);
    hand.do(checkedNow);
    expect(hand.header()).toContain('1 error');
    hand.do((state) => openFinish(state));
    expect(hand.header()).not.toContain('error');
  });
});

describe('a number', () => {
  const at = async (field: string, value: string) => {
    const hand = await keyboard({ answers: { [field]: { value } } });
    hand.goTo({ field });
    return hand.screen();
  };

  it('has its unit behind it as the report prints it', async () => {
    expect(await at('validation-coverage', '40')).toContain('Coverage 40% of endpoints validated');
    expect(await at('redis-connections', '12')).toContain('Redis connections 12 active');
    expect(await at('cpu', '12')).toContain('CPU 12% average');
  });

  it('has its unit once when it was typed', async () => {
    expect(await at('validation-coverage', '40% of endpoints validated')).toMatch(
      /Coverage 40% of endpoints validated\s*\n/,
    );
    expect(await at('cpu', '12%')).not.toContain('12% %');
    expect(await at('cpu', 'not measured')).not.toContain('not measured%');
  });
});

describe('a page that is scrolled', () => {
  it('keeps its name, or the number of what is open, above it, and the focus in view', async () => {
    for (const rows of [12, 24]) {
      const hand = await keyboard({ issues: [issue('a', 'critical')] }, 80, rows);
      let scrolled = 0;
      for (let stop = 0; stop < 400 && hand.focus() !== '@finish'; stop++) {
        const { open, scroll } = hand.state();
        const focus = hand.focus();
        const title = hand.state().template.pages.find(({ id }) => id === hand.state().page)?.title ?? '';
        const above = hand.rows().slice(0, 2).join('\n');
        expect(above, focus).toContain(open && 'issue' in open ? 'CRITICAL-1' : open ? ' 1' : title);
        expect(hand.page().join('\n'), focus).toContain('▌');
        if (scroll > 0) scrolled++;
        if (focus === 'issue/a' && stop < 30) hand.press('enter');
        else hand.press('tab');
      }
      expect(scrolled).toBeGreaterThan(20);
    }
  });
});
