## Words of `serve`: on the terminal and on the page that is looked at.

serve-ready = The portal is open at { $url }. Press Ctrl+C to stop.
serve-moved = Port { $port } is taken by another program, so hoaban chose another one.
serve-taken = port { $port } is taken by another program; choose another, such as --port 4800
serve-listen = cannot listen at { $address }: { $message }
serve-rebuilt =
    { $more ->
        [0] { $file } changed, built again in { $ms } ms.
        [one] { $file } and { $more } other file changed, built again in { $ms } ms.
       *[other] { $file } and { $more } other files changed, built again in { $ms } ms.
    }
serve-watch-limit =
    the system does not let us watch so many folders, so pages will not load again by themselves; allow more:
      sudo sysctl fs.inotify.max_user_watches=1048576 fs.inotify.max_user_instances=1024
serve-watch-other = the folder cannot be watched, so pages will not load again by themselves: { $message }
serve-broken = The portal cannot be built yet
serve-broken-lead = Mend the errors below and save; the page will appear by itself.
serve-here =
    { $count ->
        [0] No errors on this page
        [one] { $count } error on this page
       *[other] { $count } errors on this page
    }
serve-elsewhere =
    { $count ->
        [one] { $count } error elsewhere in the portal
       *[other] { $count } errors elsewhere in the portal
    }
serve-stale = This is the last good version of the page, without what you have just changed.
serve-close = Close
serve-missing = There is no page at this address.
serve-host = This server answers only on the machine that it runs on: use the address localhost or 127.0.0.1.
