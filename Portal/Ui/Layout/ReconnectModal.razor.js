// A phone drops the line seconds after its owner looks at another app (an SMS code, the camera), so coming back
// must be quick and silent: try at once, and when the server no longer knows the circuit, load the page again.
const dialog = document.getElementById('components-reconnect-modal');
const root = document.documentElement;
let showing;

dialog.addEventListener('components-reconnect-state-changed', event => {
    switch (event.detail.state) {
        case 'show':
            root.dataset.line = 'lost';
            leaveWhenSignedOut();
            // A short break is told by the live indicator alone.
            showing ??= setTimeout(() => dialog.open || dialog.showModal(), 1200);
            break;
        case 'hide':
            found();
            break;
        case 'failed':
            open();
            break;
        case 'rejected':
            location.reload();
            break;
    }
});

dialog.addEventListener('cancel', event => event.preventDefault());
dialog.querySelector('[data-reconnect]').addEventListener('click', again);
document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && root.dataset.line === 'lost') {
        again();
    }
});

// A line that was cut because the sign-in ended never comes back: what is shown must not stay on the screen.
async function leaveWhenSignedOut() {
    try {
        const answer = await fetch('/_blazor/negotiate?negotiateVersion=1', { method: 'POST', cache: 'no-store', redirect: 'manual' });
        if (answer.status === 401 || answer.type === 'opaqueredirect') {
            location.reload();
        }
    } catch {
        // The server could not be reached: the dialog says so.
    }
}

function open() {
    if (!dialog.open) {
        dialog.showModal();
    }
}

function found() {
    clearTimeout(showing);
    showing = undefined;
    delete root.dataset.line;
    dialog.close();
}

async function again() {
    try {
        if (await Blazor.reconnect() || await Blazor.resumeCircuit()) {
            found();
        } else {
            location.reload();
        }
    } catch {
        open(); // The server could not be reached: the words and the button stay.
    }
}
