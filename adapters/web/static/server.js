// Talking to the desk: every act carries an id made here, so that sending it again is the same act.

export const words = JSON.parse(document.getElementById("words").textContent);
const token = document.querySelector("meta[name=desk-token]").content;
const body = document.body;

export const newEvent = () => crypto.randomUUID();

/** A refusal or a lost connection; the message is for the person before the page. */
export class Problem extends Error {
  constructor(message, lost = false) {
    super(message);
    this.lost = lost;
  }
}

/** Post JSON or FormData. Tries again twice when the connection is lost; throws Problem. */
export async function post(path, data) {
  const headers = { "X-Desk-Token": token, "Accept-Language": document.documentElement.lang };
  const form = data instanceof FormData;
  if (!form) headers["Content-Type"] = "application/json";
  const payload = form ? data : JSON.stringify({ person: body.dataset.person, ...data });
  for (let attempt = 1; ; attempt++) {
    let response;
    try {
      response = await fetch(path, { method: "POST", headers, body: payload });
    } catch {
      if (attempt === 3) throw new Problem(words.unreachable, true);
      await new Promise((done) => setTimeout(done, 400 * attempt));
      continue;
    }
    const answer = await response.json().catch(() => ({}));
    if (!response.ok) throw new Problem(answer.problem || words.unreachable);
    return answer;
  }
}
