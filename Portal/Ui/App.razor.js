// What must work without a circuit too: how the page looks, menus that close, the way to the search box.
const root = document.documentElement;
// On https the portal reads only what a browser binds to its host.
const secure = location.protocol === 'https:';
const cookie = secure ? '__Host-portal-view' : 'portal-view';

const shown = {
    theme: () => root.dataset.theme,
    elder: () => root.dataset.elder,
    size: () => root.dataset.size,
    nav: () => root.dataset.nav,
};

function prefer(name, value) {
    root.dataset[name] = value;
    const all = Object.entries(shown).map(([key, read]) => `${key}=${read()}`).join('&');
    document.cookie = `${cookie}=${encodeURIComponent(all)};path=/;max-age=31536000;samesite=lax${secure ? ';secure' : ''}`;
    mark();
}

// The server marked what it knew when it rendered; after a choice the browser knows better.
function mark() {
    for (const choice of document.querySelectorAll('[data-prefer]')) {
        const [name, value] = choice.dataset.prefer.split('=');
        if (choice.matches('input')) {
            choice.value = shown[name]();
        } else {
            choice.setAttribute('aria-pressed', String(shown[name]() === value));
        }
    }
}

function closeMenus(except) {
    for (const menu of document.querySelectorAll('details.menu[open]')) {
        if (menu !== except) {
            menu.open = false;
        }
    }
}

document.addEventListener('click', event => {
    const choice = event.target.closest('a[data-prefer]');
    if (choice) {
        event.preventDefault();
        const [name, value] = choice.dataset.prefer.split('=');
        prefer(name, shown[name]() === value ? choice.dataset.otherwise ?? value : value);
        return;
    }

    if (event.target.closest('[data-print]')) {
        window.print();
    }

    // The router would scroll there, but leave the keyboard where it was.
    const skip = event.target.closest('[data-skip]');
    if (skip) {
        event.preventDefault();
        document.getElementById('main').focus();
    }

    const menu = event.target.closest('details.menu');
    closeMenus(event.target.closest('a') ? null : menu);
});

document.addEventListener('input', event => {
    if (event.target.dataset.prefer === 'size') {
        prefer('size', event.target.value);
    }
});

document.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
        const open = document.querySelector('details.menu[open]');
        if (open) {
            open.open = false;
            open.querySelector('summary').focus();
        }
        return;
    }

    const typing = event.target.closest('input, textarea, select, [contenteditable=true]');
    const wanted = (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey) || (event.key === 'k' && (event.ctrlKey || event.metaKey));
    const search = wanted && document.querySelector('[data-search]');
    if (search) {
        event.preventDefault();
        search.focus();
    }
});

// A long form that is refused leads to its first refusal: pressed at the bottom, it would seem that nothing happened.
document.addEventListener('submit', event => {
    const form = event.target;
    const lead = () => {
        const words = [...form.querySelectorAll('.field-error')].find(error => error.textContent.trim());
        if (!words) {
            return false;
        }
        const part = words.closest('.field, fieldset') ?? words.parentElement;
        part.querySelector('input:not(:disabled), select, textarea')?.focus({ preventScroll: true });
        const place = part.getBoundingClientRect();
        if (place.top < 80 || place.bottom > innerHeight - 80) {
            part.scrollIntoView({ block: place.height < innerHeight / 2 ? 'center' : 'end' });
        }
        return true;
    };
    let led = false;
    const watch = new MutationObserver(() => {
        led = lead();
        if (led) {
            watch.disconnect();
        }
    });
    watch.observe(form, { subtree: true, childList: true, characterData: true });
    // The same refusal again changes nothing that could be watched.
    setTimeout(() => {
        watch.disconnect();
        if (!led) {
            lead();
        }
    }, 700);
});

// Work within a circuit makes no request that would renew the sign-in: whoever is at work says so now and then.
const often = 5 * 60 * 1000;
let said = Date.now();
for (const sign of ['pointerdown', 'keydown']) {
    document.addEventListener(sign, () => {
        if (Date.now() - said > often) {
            said = Date.now();
            fetch('/at-work', { method: 'POST', cache: 'no-store' }).catch(() => { });
        }
    }, { passive: true });
}
