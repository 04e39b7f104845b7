// The console's first page. Written by hand, no build: the console (webpack module federation) loads this script, then calls
// window.dumas.init(sharedScope) and window.dumas.get('./plugin'). React and @hawtio/react come from its shared scope.
;(function () {
  'use strict'

  const HUB = 'id.go.setneg.dumas:type=Hub'
  const EVERY = 2000 // milliseconds between two readings
  const STATES = {
    RUNNING: { text: 'Berjalan', sign: '●' },
    SUSPENDED: { text: 'Dihentikan', sign: '❚❚' },
    FAILING: { text: 'Bermasalah', sign: '▲' },
  }

  const CHANGES = { UNKNOWN_FIELD: 'Bidang baru', NEW_VALUE: 'Kode baru', OTHER_TYPE: 'Jenis lain', MORE: 'Masih banyak lagi' }

  let shared

  const load = async name => {
    const versions = shared[name]
    if (!versions) throw new Error('the console does not share ' + name + '; it shares ' + Object.keys(shared).join(', '))
    return (await Object.values(versions)[0].get())()
  }

  const cookie = name => {
    const found = document.cookie.split('; ').find(c => c.startsWith(name + '='))
    return found ? decodeURIComponent(found.slice(name.length + 1)) : ''
  }

  /** Asks Jolokia; fails with words for people. */
  const ask = async request => {
    let response
    try {
      response = await fetch('/hawtio/jolokia/', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': cookie('XSRF-TOKEN') },
        body: JSON.stringify(request),
        signal: AbortSignal.timeout(10000),
      })
    } catch {
      throw new Error('Hub tidak dapat dihubungi.')
    }
    if (response.status === 401 || response.status === 403) throw new Error('Sesi berakhir atau tidak berhak. Muat ulang halaman untuk masuk lagi.')
    if (!response.ok) throw new Error('Hub menjawab dengan galat ' + response.status + '.')
    const answer = await response.json()
    if (answer.status !== 200) throw new Error('JMX menolak permintaan (' + answer.status + ').')
    return answer.value
  }

  const routeBean = async route => {
    const names = await ask({ type: 'search', mbean: 'org.apache.camel:type=routes,name="' + route + '",*' })
    if (names.length === 0) throw new Error('Rute ' + route + ' tidak ada di hub ini.')
    return names[0]
  }

  const number = new Intl.NumberFormat('id-ID')
  const duration = seconds => {
    if (seconds < 0) return '–'
    if (seconds < 60) return seconds + ' dtk'
    if (seconds < 3600) return Math.floor(seconds / 60) + ' mnt'
    if (seconds < 86400) return Math.floor(seconds / 3600) + ' jam'
    return Math.floor(seconds / 86400) + ' hari'
  }
  const clock = date => date.toLocaleTimeString('id-ID', { timeZone: 'Asia/Jakarta' }) + ' WIB'

  const STYLE = `
.dumas { --tinta: #1d1b1a; --redup: #56514d; --kertas: #fff; --latar: #f3f1ee; --garis: #d5d0cb; --batang: #8a1c22; --baik: #1e5c2e; --henti: #4a4a68; --buruk: #96130f; --tombol: #8a1c22; --atas: #fff; --awas: #fbe9e9;
  min-height: calc(100vh - 8rem); padding: 1rem 1.5rem; background: var(--latar); color: var(--tinta); overflow: auto; font-size: .95rem }
:root[class*="theme-dark"] .dumas { --tinta: #f3f0ed; --redup: #b9b2ac; --kertas: #24211f; --latar: #171514; --garis: #46413d; --batang: #ff9a94; --baik: #86d997; --henti: #c3c3ea; --buruk: #ffaba3; --tombol: #ff9a94; --atas: #2a0608; --awas: #4a1a1c }
.dumas header { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: baseline; margin-bottom: .5rem }
.dumas h1 { font-size: 1.5rem; font-weight: 700; margin: 0 }
.dumas header span { color: var(--redup) }
.dumas section { background: var(--kertas); border: 1px solid var(--garis); border-radius: 6px; padding: .75rem 1.25rem; margin-bottom: .75rem }
.dumas h2 { font-size: 1.1rem; font-weight: 700; margin: 0 }
.dumas .apa { color: var(--redup); margin: 0 0 .5rem }
.dumas .lebar { overflow-x: auto }
.dumas table { width: 100%; border-collapse: collapse }
.dumas th, .dumas td { padding: .3rem .75rem .3rem 0; text-align: left; border-top: 1px solid var(--garis); vertical-align: middle }
.dumas thead th { border-top: 0; color: var(--redup); font-weight: 600; font-size: .85rem }
.dumas .angka { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
.dumas td.aksi { text-align: right; width: 8rem; padding-right: 0 }
.dumas .dua { display: flex; gap: .5rem; justify-content: flex-end; white-space: nowrap }
.dumas .redup { color: var(--redup) }
.dumas code { color: inherit; overflow-wrap: anywhere; font-size: .85rem }
.dumas textarea { font: inherit; display: block; width: 100%; margin-top: .25rem; margin-bottom: 1rem; padding: .5rem; color: inherit; background: var(--latar); border: 1px solid var(--garis); border-radius: 4px }
.dumas .keadaan { font-weight: 600; white-space: nowrap }
.dumas .RUNNING { color: var(--baik) } .dumas .SUSPENDED { color: var(--henti) } .dumas .FAILING { color: var(--buruk) }
.dumas .sebab { display: block; font-size: .8rem; font-weight: 400 }
.dumas .tebal { font-weight: 700 }
.dumas .penting { color: var(--buruk); font-weight: 700 }
.dumas button { font: inherit; font-weight: 600; min-width: 6.5rem; padding: .35rem .9rem; border-radius: 4px; border: 1px solid var(--tombol); background: transparent; color: var(--tombol); cursor: pointer }
.dumas button.utama { background: var(--tombol); color: var(--atas) }
.dumas button:disabled { opacity: .55; cursor: default }
.dumas :focus-visible { outline: 3px solid var(--tombol); outline-offset: 2px }
.dumas .galat { background: var(--awas); border-color: var(--buruk) }
.dumas .basi { opacity: .6 }
.dumas .batang { height: .6rem; border-radius: 3px; background: var(--batang); min-width: 2px }
.dumas dialog { color: var(--tinta); background: var(--kertas); border: 1px solid var(--garis); border-radius: 6px; padding: 1.5rem; max-width: 30rem; margin: auto }
.dumas dialog::backdrop { background: #0008 }
.dumas dialog p { margin: .75rem 0 1.25rem }
.dumas dialog div { display: flex; gap: .75rem; justify-content: flex-end }
`

  const plugin = async () => {
    const React = await load('react')
    const { hawtio } = await load('@hawtio/react')
    const h = React.createElement

    const State = ({ of }) => {
      const state = STATES[of.state] || { text: of.state, sign: '?' }
      return h('span', { className: 'keadaan ' + of.state, 'data-state': of.state },
        h('span', { 'aria-hidden': true }, state.sign + ' '), state.text,
        of.failing && of.state !== 'RUNNING' ? h('span', { className: 'sebab' }, of.failing) : null)
    }

    const Toggle = ({ of, onAsk }) => {
      const stopped = of.state === 'SUSPENDED'
      return h('button', { type: 'button', 'data-action': stopped ? 'resume' : 'suspend', className: stopped ? 'utama' : '', 'aria-label': (stopped ? 'Lanjutkan ' : 'Tahan ') + of.label, onClick: () => onAsk(of) },
        stopped ? 'Lanjutkan' : 'Tahan')
    }

    /** Asks before it acts; the dialog keeps the focus and closes on Escape. */
    const Confirm = ({ of, kind, onDone, onClose }) => {
      const box = React.useRef(null)
      const [busy, setBusy] = React.useState(false)
      const [error, setError] = React.useState('')
      React.useEffect(() => { box.current.showModal() }, [])
      const stopped = of.state === 'SUSPENDED'
      const act = async () => {
        setBusy(true)
        try {
          await ask({ type: 'exec', mbean: await routeBean(of.route), operation: stopped ? 'resume()' : 'suspend()' })
          onDone()
        } catch (e) {
          setError(e.message)
          setBusy(false)
        }
      }
      const what = kind === 'feed'
        ? (stopped ? 'Hub kembali membaca ' + of.label + ' dari tempat terakhir.' : 'Hub berhenti membaca ' + of.label + '. Yang belum dibaca tetap berada di sana sampai dilanjutkan.')
        : (stopped ? 'Hub kembali mengirim ke ' + of.label + ', mulai dari yang paling lama menunggu.' : 'Hub berhenti mengirim ke ' + of.label + '. Kiriman menunggu di hub sampai dilanjutkan; tujuan lain tidak terpengaruh.')
      return h('dialog', { ref: box, id: 'dumas-konfirmasi', 'aria-labelledby': 'dumas-konfirmasi-judul', onClose },
        h('h2', { id: 'dumas-konfirmasi-judul' }, (stopped ? 'Lanjutkan ' : 'Tahan ') + of.label + '?'),
        h('p', null, what),
        error ? h('p', { role: 'alert', className: 'penting' }, error) : null,
        h('div', null,
          h('button', { type: 'button', id: 'dumas-batal', onClick: () => box.current.close() }, 'Batal'),
          h('button', { type: 'button', id: 'dumas-ya', className: 'utama', disabled: busy, onClick: act }, stopped ? 'Lanjutkan' : 'Tahan')))
    }

    const Panel = ({ id, title, what, empty, heads, rows }) => h('section', { id, 'aria-labelledby': id + '-judul' },
      h('h2', { id: id + '-judul' }, title),
      h('p', { className: 'apa' }, what),
      rows.length === 0
        ? h('p', { className: 'kosong' }, empty)
        : h('div', { className: 'lebar' }, h('table', null,
          h('thead', null, h('tr', null, heads.map(([text, kind]) => h('th', { key: text, scope: 'col', className: kind || '' }, text)))),
          h('tbody', null, rows))))

    const cell = (name, value, more) => h('td', { key: name, className: 'angka ' + (more || ''), 'data-field': name }, value)
    const count = (name, value, alarming) => cell(name, number.format(value), alarming && value > 0 ? 'penting' : '')
    const first = of => h('th', { scope: 'row' }, of.label)

    const Feeds = ({ feeds, onAsk }) => h(Panel, {
      id: 'dumas-sumber', title: 'Sumber', what: 'Dari mana pengaduan dan jawaban dibaca.',
      empty: 'Belum ada sumber yang diaktifkan. Aktifkan hub.spde, hub.mail atau hub.lapor di application.yaml.',
      heads: [['Nama'], ['Keadaan'], ['Terakhir berhasil', 'angka'], ['Diterima', 'angka'], ['Diparkir', 'angka'], ['', 'aksi']],
      rows: feeds.map(f => h('tr', { key: f.name, 'data-feed': f.name }, first(f), h('td', null, h(State, { of: f })),
        cell('lag', f.lagSeconds < 0 ? 'belum pernah' : duration(f.lagSeconds) + ' lalu'),
        count('taken', f.taken), count('parked', f.parked, true),
        h('td', { className: 'aksi' }, h(Toggle, { of: f, onAsk })))),
    })

    const Destinations = ({ destinations, onAsk }) => h(Panel, {
      id: 'dumas-tujuan', title: 'Tujuan', what: 'Ke mana penerusan, pembaruan status, dan jawaban dikirim.',
      empty: 'Belum ada tujuan. Tambahkan instansi di hub.agencies pada application.yaml.',
      heads: [['Nama'], ['Keadaan'], ['Menunggu', 'angka'], ['Tertua', 'angka'], ['Ditahan', 'angka'], ['Terkirim', 'angka'], ['', 'aksi']],
      rows: destinations.map(d => h('tr', { key: d.name, 'data-destination': d.name }, first(d), h('td', null, h(State, { of: d })),
        count('waiting', d.waiting), cell('oldest', d.waiting > 0 ? duration(d.oldestSeconds) : '–'),
        count('held', d.held, true), count('delivered', d.delivered),
        h('td', { className: 'aksi' }, h(Toggle, { of: d, onAsk })))),
    })

    const Cases = ({ cases }) => {
      const most = Math.max(1, ...cases.map(c => c.count))
      const total = cases.reduce((sum, c) => sum + c.count, 0)
      return h(Panel, {
        id: 'dumas-berkas', title: 'Berkas', what: 'Di mana berkas berada sekarang: ' + number.format(total) + ' seluruhnya.',
        empty: 'Belum ada berkas. Berkas pertama muncul setelah sumber mengirim pengaduan.',
        heads: [['Keadaan'], ['Jumlah', 'angka'], ['']],
        rows: cases.map(c => h('tr', { key: c.state, 'data-case-state': c.state }, first(c), count('count', c.count),
          h('td', { style: { width: '55%' } }, h('div', { className: 'batang', style: { width: (100 * c.count / most) + '%' }, 'aria-hidden': true })))),
      })
    }

    const ago = time => duration(Math.max(0, Math.floor((Date.now() - Date.parse(time)) / 1000))) + ' lalu'
    const STRINGS = count => '(' + Array(count).fill('java.lang.String').join(',') + ')'
    const exec = (operation, ...values) => ask({ type: 'exec', mbean: HUB, operation: operation + STRINGS(values.length), arguments: values })

    /** Batch after batch until none is left; tells the sums as they grow. */
    const each = async (batch, tell) => {
      let taken = 0
      let refused = 0
      let next = ''
      do {
        const done = await batch(next)
        taken += done.taken
        refused += done.refused
        next = done.next || ''
        tell(taken, refused)
      } while (next !== '')
    }

    /** Asks why before it discards; without a reason nothing happens. */
    const Discard = ({ of, onDone, onClose }) => {
      const box = React.useRef(null)
      const [because, setBecause] = React.useState('')
      const [busy, setBusy] = React.useState(false)
      const [error, setError] = React.useState('')
      React.useEffect(() => { box.current.showModal() }, [])
      const act = async () => {
        setBusy(true)
        try {
          await each(next => exec('discardGroup', of.feed, of.mapping, of.cause, of.newest, next, because.trim()), () => {})
          onDone()
        } catch (e) {
          setError(e.message)
          setBusy(false)
        }
      }
      return h('dialog', { ref: box, id: 'dumas-buang', 'aria-labelledby': 'dumas-buang-judul', onClose },
        h('h2', { id: 'dumas-buang-judul' }, 'Buang ' + number.format(of.count) + ' catatan dari ' + of.label + '?'),
        h('p', null, 'Catatan ini tidak akan menjadi berkas. Isinya tetap tersimpan tersegel, bersama nama Anda, waktu, dan sebabnya.'),
        h('label', { htmlFor: 'dumas-sebab' }, 'Sebab'),
        h('textarea', { id: 'dumas-sebab', rows: 3, maxLength: 1000, required: true, autoFocus: true, value: because, onChange: e => setBecause(e.target.value) }),
        error ? h('p', { role: 'alert', className: 'penting' }, error) : null,
        h('div', null,
          h('button', { type: 'button', id: 'dumas-batal', onClick: () => box.current.close() }, 'Batal'),
          h('button', { type: 'button', id: 'dumas-ya', className: 'utama', disabled: busy || because.trim() === '', onClick: act }, 'Buang')))
    }

    /** Parked records by cause, then held deliveries one by one; what a replay did stands in the row until it is gone. */
    const Waiting = ({ groups, waiting, onDiscard, onDone }) => {
      const [told, setTold] = React.useState({})
      const [busy, setBusy] = React.useState('')
      const replay = async (key, act) => {
        const say = (text, bad) => setTold(all => ({ ...all, [key]: { text, bad } }))
        setBusy(key)
        say('…')
        try {
          await act(say)
          onDone()
        } catch (e) {
          say(e.message, true)
        }
        setBusy('')
      }
      const group = g => replay(g.key, say => each(next => exec('replayGroup', g.feed, g.mapping, g.cause, next),
        (taken, refused) => say(number.format(taken) + ' diterima' + (refused > 0 ? ', ' + number.format(refused) + ' masih ditolak' : ''), refused > 0)))
      const delivery = w => replay(w.id, async say => await exec('replayDelivery', w.id) ? say('') : say('Masih ditahan', true))
      const reason = (text, key, more) => h('td', { 'data-field': 'reason' }, text, more ? h('span', { className: 'sebab redup' }, more) : null,
        told[key] && told[key].text ? h('span', { className: 'sebab tebal' + (told[key].bad ? ' penting' : ''), role: 'status' }, told[key].text) : null)
      const again = (text, label, key, act) => h('button', { type: 'button', 'data-action': 'replay', disabled: busy !== '', 'aria-label': text + ' ' + label, onClick: act }, text)
      const parked = groups.map(g => ({ ...g, key: g.feed + ' ' + g.mapping + ' ' + g.cause }))
      return h(Panel, {
        id: 'dumas-menunggu', title: 'Menunggu orang', what: 'Catatan yang diparkir, menurut sebabnya, dan kiriman yang ditahan. Perbaiki sebabnya, lalu putar ulang.',
        empty: 'Tidak ada yang menunggu orang.',
        heads: [['Tempat'], ['Sebab'], ['Jumlah', 'angka'], ['Sejak', 'angka'], ['', 'aksi']],
        rows: parked.map(g => h('tr', { key: g.key, 'data-group': g.key }, h('th', { scope: 'row' }, g.label),
          reason(g.cause, g.key, g.mapping), count('count', g.count), cell('since', ago(g.oldest)),
          h('td', { className: 'aksi' }, h('div', { className: 'dua' },
            again(g.count > 1 ? 'Putar ulang semua' : 'Putar ulang', g.label + ': ' + g.cause, g.key, () => group(g)),
            h('button', { type: 'button', 'data-action': 'discard', disabled: busy !== '', 'aria-label': 'Buang ' + g.label + ': ' + g.cause, onClick: () => onDiscard(g) }, 'Buang'))))).concat(
          waiting.filter(w => w.kind === 'DELIVERY').map(w => h('tr', { key: w.id, 'data-waiting': w.id }, h('th', { scope: 'row' }, w.label),
            reason(w.reason, w.id), count('count', 1), cell('since', ago(w.since)),
            h('td', { className: 'aksi' }, h('div', { className: 'dua' }, again('Putar ulang', w.label, w.id, () => delivery(w))))))),
      })
    }

    /** Open deadlines by clock; which cases they are, the API tells. */
    const Deadlines = ({ deadlines }) => h(Panel, {
      id: 'dumas-tenggat', title: 'Tenggat', what: 'Jangka waktu yang berjalan, menurut jenisnya. Daftar berkasnya: /api/v1/deadlines.',
      empty: 'Tidak ada tenggat yang berjalan.',
      heads: [['Tenggat'], ['Lewat', 'angka'], ['Segera', 'angka'], ['Berjalan', 'angka'], ['Dijeda', 'angka'], ['Terdekat', 'angka']],
      rows: deadlines.map(d => h('tr', { key: d.clock, 'data-clock': d.clock }, h('th', { scope: 'row' }, d.label),
        count('overdue', d.overdue, true), count('soon', d.soon), count('open', d.open), count('paused', d.paused), cell('first', d.first || '–'))),
    })

    /** Where a source writes something that nobody expected; only the shape of the first example. */
    const Drifts = ({ drifts, onDone }) => {
      const [error, setError] = React.useState('')
      const forget = async d => {
        try {
          await exec('forgetDrift', d.feed, d.path, d.what)
          setError('')
          onDone()
        } catch (e) {
          setError(e.message)
        }
      }
      return h(Panel, {
        id: 'dumas-bentuk', title: 'Perubahan bentuk data', empty: 'Semua sumber menulis seperti yang dikenal.',
        what: error || 'Sumber menulis sesuatu yang belum dikenal. Catatannya tetap diterima; sesuaikan pemetaan dan berkas .contract.json.',
        heads: [['Sumber'], ['Tempat'], ['Perubahan'], ['Contoh bentuk'], ['Terlihat', 'angka'], ['Sejak', 'angka'], ['', 'aksi']],
        rows: drifts.map(d => h('tr', { key: d.feed + d.path + d.what, 'data-drift': d.feed + ' ' + d.path }, first(d),
          h('td', null, h('code', null, d.path)), h('td', { 'data-field': 'what' }, CHANGES[d.what] || d.what), h('td', null, h('code', null, d.shape)),
          count('sightings', d.sightings), cell('since', ago(d.firstAt)),
          h('td', { className: 'aksi' }, h('button', { type: 'button', 'data-action': 'forget', 'aria-label': 'Selesai: ' + d.label + ' ' + d.path, onClick: () => forget(d) }, 'Selesai')))),
      })
    }

    /** Backfills and full scans: how far, how fast. */
    const Works = ({ works }) => h(Panel, {
      id: 'dumas-pekerjaan', title: 'Pekerjaan panjang', what: 'Pengisian ulang dan pemindaian penuh: yang berjalan, lalu yang terakhir selesai.',
      empty: 'Tidak ada pekerjaan panjang.',
      heads: [['Pekerjaan'], ['Keadaan'], ['Selesai', 'angka'], ['Laju', 'angka'], ['Lama', 'angka']],
      rows: works.map(w => h('tr', { key: w.name + w.begunAt, 'data-work': w.name }, h('th', { scope: 'row' }, w.name),
        h('td', { 'data-field': 'outcome' }, w.outcome ? w.outcome : h('span', { className: 'keadaan RUNNING' }, '● Berjalan'),
          w.total > 0 && !w.outcome ? h('div', { className: 'batang', style: { width: Math.min(100, 100 * w.done / w.total) + '%' }, 'aria-hidden': true }) : null),
        cell('done', number.format(w.done) + (w.total > 0 ? ' dari ' + number.format(w.total) : '')),
        cell('rate', w.perSecond.toLocaleString('id-ID', { maximumFractionDigits: 1 }) + '/dtk'),
        cell('took', duration(w.seconds)))),
    })

    const Page = () => {
      const [hub, setHub] = React.useState(null)
      const [at, setAt] = React.useState(null)
      const [error, setError] = React.useState('')
      const [asked, setAsked] = React.useState(null)
      const [discarded, setDiscarded] = React.useState(null)
      const read = React.useRef(() => {})
      React.useEffect(() => {
        let gone = false
        let timer
        read.current = async () => {
          clearTimeout(timer)
          try {
            const value = await ask({ type: 'read', mbean: HUB })
            if (gone) return
            setHub(value)
            setAt(new Date())
            setError('')
          } catch (e) {
            if (gone) return
            setError(e.message)
          }
          clearTimeout(timer)
          timer = setTimeout(read.current, EVERY)
        }
        read.current()
        return () => { gone = true; clearTimeout(timer) }
      }, [])
      const onAsk = kind => of => setAsked({ kind, of })
      return h('div', { className: 'dumas', id: 'dumas', 'data-loaded': hub !== null, 'data-error': error !== '' },
        h('style', null, STYLE),
        h('header', null, h('h1', null, 'Dumas Hub'), h('span', { id: 'dumas-waktu' }, at ? 'Diperbarui ' + clock(at) : 'Memuat …')),
        error ? h('section', { className: 'galat', id: 'dumas-galat', role: 'alert' }, h('h2', null, error),
          h('p', null, at ? 'Angka di bawah adalah keadaan pada ' + clock(at) + '. Hub dicoba lagi setiap dua detik.' : 'Hub dicoba lagi setiap dua detik.')) : null,
        hub ? h('div', { className: error ? 'basi' : '' },
          h(Feeds, { feeds: hub.Feeds, onAsk: onAsk('feed') }),
          h(Destinations, { destinations: hub.Destinations, onAsk: onAsk('destination') }),
          h(Cases, { cases: hub.Cases }),
          h(Deadlines, { deadlines: hub.Deadlines }),
          h(Waiting, { groups: hub.ParkedGroups, waiting: hub.Waiting, onDiscard: setDiscarded, onDone: () => read.current() }),
          h(Drifts, { drifts: hub.Drifts, onDone: () => read.current() }),
          h(Works, { works: hub.Works })) : null,
        discarded ? h(Discard, { of: discarded, onClose: () => setDiscarded(null), onDone: () => { setDiscarded(null); read.current() } }) : null,
        asked ? h(Confirm, { ...asked, onClose: () => setAsked(null), onDone: () => { setAsked(null); read.current() } }) : null)
    }

    return { plugin: () => hawtio.addPlugin({ id: 'dumas', title: 'Dumas', path: '/dumas', order: -10, component: Page, isActive: async () => true }) }
  }

  const modules = { './plugin': plugin }
  window.dumas = {
    init: scope => { shared = scope },
    get: async name => {
      const exports = await modules[name]()
      return () => exports
    },
  }
})()
