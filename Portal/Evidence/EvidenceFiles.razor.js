// Sends files beside the page's own line: one request a file, one after the other, with progress; what is cut can be sent again.
// The list of what is on its way belongs to this script alone.
const megabyte = 1024 * 1024;
let underway = 0;

addEventListener('beforeunload', leaving => {
    if (underway > 0) {
        leaving.preventDefault();
    }
});

export function watch(input, camera, place, settings, page) {
    // While this script was on its way the matter may have been closed, and the place for files with it.
    if (!input || !camera || !place) {
        return;
    }

    const queue = [];
    let busy = false;
    const choose = from => {
        for (const file of from.files) {
            add(file);
        }

        // The same file may be chosen again after it was refused.
        from.value = '';
    };

    function add(file) {
        const kind = place.dataset.kind;
        const item = row(place, file.name);
        const start = () => {
            item.wait(settings.words.waiting);
            queue.push(() => send(file, kind, item, start));
            next();
        };
        const refused = whyNot(file, settings);
        if (refused) {
            item.refuse(refused, settings.words, null);
        } else {
            start();
        }
    }

    async function next() {
        if (busy) {
            return;
        }

        busy = true;
        while (queue.length > 0) {
            underway++;
            await queue.shift()();
            underway--;
        }

        busy = false;
    }

    async function send(file, kind, item, again) {
        const outcome = await post(file, `${settings.address}?kind=${encodeURIComponent(kind)}`, settings, item);
        if (outcome.stopped) {
            item.remove();
        } else if (outcome.refused) {
            item.refuse(outcome.refused, settings.words, outcome.final ? null : again);
        } else {
            item.done(settings.words.done);
            try {
                await page.invokeMethodAsync('AddedAsync');
                item.remove();
            } catch {
                // The page's line is cut: the file has arrived all the same, and the words stay.
            }
        }
    }

    for (const from of [input, camera]) {
        from.addEventListener('change', () => choose(from));
        // Who was quicker than this script has chosen already.
        choose(from);
    }
}

/** Saves what an address gives; returns the words of a refusal, or null. */
export async function save(address, cut) {
    let answer;
    try {
        answer = await fetch(address);
        if (!answer.ok) {
            return said(answer.headers.get('Content-Type'), await answer.text()) ?? cut;
        }

        const link = document.createElement('a');
        link.href = URL.createObjectURL(await answer.blob());
        link.download = decodeURIComponent(/filename\*=UTF-8''([^;]+)/i.exec(answer.headers.get('Content-Disposition'))?.[1] ?? '');
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 60000);
        return null;
    } catch {
        return cut;
    }
}

// Said before a long wait; the server looks for itself.
function whyNot(file, settings) {
    const ending = /\.[^.]+$/.exec(file.name)?.[0].toLowerCase() ?? '';
    if (!settings.endings.includes(ending)) {
        return settings.words.type;
    }

    const most = settings.recordings.includes(ending) ? settings.maxVideoMegabytes : settings.maxDocumentMegabytes;
    return file.size > most * megabyte ? settings.words.large.replace('{0}', most) : null;
}

function post(file, address, settings, item) {
    return new Promise(resolve => {
        const request = new XMLHttpRequest();
        const form = new FormData();
        form.append('file', file, file.name);
        request.open('POST', address);
        request.setRequestHeader(settings.tokenHeader, settings.token ?? '');
        request.upload.onprogress = sent => {
            const part = Math.floor(sent.loaded * 100 / sent.total);
            item.progress(part, part < 100 ? settings.words.sending.replace('{0}', part) : settings.words.checking);
        };
        request.onload = () => {
            if (request.status === 201) {
                resolve({});
                return;
            }

            // What will be refused again is not offered again.
            const final = request.status !== 503 && request.status !== 429 && request.status !== 400;
            resolve({ refused: said(request.getResponseHeader('Content-Type'), request.responseText) ?? settings.words.cut, final });
        };
        request.onerror = request.ontimeout = () => resolve({ refused: settings.words.cut, final: false });
        request.onabort = () => resolve({ stopped: true });
        item.sending(settings.words, () => request.abort());
        request.send(form);
    });
}

function said(type, text) {
    if (!type?.startsWith('application/problem+json')) {
        return null;
    }

    try {
        return JSON.parse(text).detail ?? null;
    } catch {
        return null;
    }
}

function row(place, name) {
    const item = element('li', 'upload', '');
    const title = element('bdi', 'upload-name', name);
    const state = element('span', 'quiet', '');
    const bar = document.createElement('progress');
    const acts = element('div', 'upload-acts', '');
    state.setAttribute('role', 'status');
    bar.max = 100;
    bar.setAttribute('aria-label', name);
    item.append(title, state, bar, acts);
    place.append(item);
    let spoken = -25;

    function show(words, hasBar, ...buttons) {
        state.textContent = words;
        bar.hidden = !hasBar;
        acts.replaceChildren(...buttons);
    }

    return {
        wait: words => {
            state.className = 'quiet';
            show(words, false);
        },
        sending: (words, stop) => {
            bar.value = 0;
            spoken = -25;
            show(words.sending.replace('{0}', 0), true, button(words.stop, name, stop));
        },
        progress: (part, words) => {
            bar.value = part;
            // Whoever listens hears a quarter at a time.
            if (part >= spoken + 25 || part === 100) {
                spoken = part;
                state.textContent = words;
            }
        },
        refuse: (words, all, again) => {
            state.className = 'upload-refused';
            show(words, false, ...(again ? [button(all.retry, name, again)] : []), button(all.dismiss, name, () => item.remove()));
        },
        done: words => show(words, false),
        remove: () => item.remove(),
    };
}

function button(words, name, act) {
    const made = element('button', 'btn btn-small', words);
    made.type = 'button';
    made.setAttribute('aria-label', `${words}: ${name}`);
    made.addEventListener('click', act);
    return made;
}

function element(tag, className, words) {
    const made = document.createElement(tag);
    made.className = className;
    made.textContent = words;
    return made;
}
