import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gitRepo } from '../repository/git-repo.ts';

const files: Record<string, string> = {
  'internal/auth/auth.go': `package auth

import (
	"crypto/sha1"
	"encoding/hex"
)

// hash is what the users table keeps of a password.
func hash(password string) string {
	sum := sha1.Sum([]byte(password))
	return hex.EncodeToString(sum[:])
}

func (s *Store) Verify(u User, password string) bool {
	return u.Hash == hash(password)
}
`,
  'internal/auth/login.go': `package auth

import "net/http"

// Login signs a user in.
func (s *Store) Login(w http.ResponseWriter, r *http.Request) {
	var user User
	row := s.db.QueryRow("SELECT * FROM users WHERE name = '" + r.FormValue("name") + "'")
	if err := row.Scan(&user); err != nil {
		http.Error(w, "no such user", http.StatusUnauthorized)
		return
	}
	cookie := s.session(user)
	http.SetCookie(w, cookie)
}
`,
  'internal/feed/feed.go': `package feed

// Page is the newest posts with their authors.
func (s *Store) Page(limit int) ([]Post, error) {
	posts, err := s.posts(limit)
	if err != nil {
		return nil, err
	}
	for i := range posts {
		// One query for each post.
		posts[i].Author, err = s.author(posts[i].AuthorID)
	}
	return posts, err
}
`,
  'web/signup.ts':
    'export const signUp = (form: FormData) => fetch("/api/users", { method: "POST", body: form });\n',
};

/** The repository that the pictures show, the same to the last commit id; `root` is to be removed. */
/** When the release was committed: with it, its id is always the same. */
const committed = '2026-11-20T09:00:00Z';

/** The repository that the pictures show, the same to its commit's id; `root` is to be removed. */
export function application(): ReturnType<typeof gitRepo> {
  const dates = { GIT_AUTHOR_DATE: committed, GIT_COMMITTER_DATE: committed };
  const at = gitRepo('sanctum-pictures-', dates);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(at.repo, path)), { recursive: true });
    writeFileSync(join(at.repo, path), text);
  }
  at.git('add', '--all');
  at.git('commit', '--quiet', '--message', 'Release 1.4.2');
  at.git('tag', 'v1.4.2');
  return at;
}
