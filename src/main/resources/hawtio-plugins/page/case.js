// The tab Berkas: a case as the officer reads it who has to decide about it, with its journal in words. Each look is written down.
import { React, h } from './react.js'
import { json } from './talk.js'
import { moment } from './words.js'
import { CaseLink, Fault, LookUp, Panel, cell } from './parts.js'
import { ALARMS } from './alarms.js'
import { KINDS, STATES } from './explanations.js'

const CHANNELS = { LETTER: 'Surat', EMAIL: 'Surel', LAPOR: 'SP4N-LAPOR!' }
const ITEMS = { NAME: 'nama', ADDRESS: 'alamat', SIGNATURE: 'tanda tangan', EVIDENCE: 'bukti pendukung', POWER_OF_ATTORNEY: 'surat kuasa' }
const RUNS = { RUNNING: 'berjalan', PAUSED: 'dijeda', MET: 'ditepati', MISSED: 'terlewat', STOPPED: 'berhenti' }
const SENT = { WAITING: 'menunggu', DELIVERED: 'terkirim', HELD: 'ditahan', PARKED: 'gagal', RECALLED: 'ditarik' }
const BASES = { received: 'Catatan sumber', reported: 'Laporan instansi', 'an officer decided': 'Keputusan petugas', 'the source no longer has the record': 'Catatan sumber' }
const WHO = { name: 'Nama', nik: 'NIK', address: 'Alamat', occupation: 'Pekerjaan', regency: 'Kabupaten/kota', province: 'Provinsi', category: 'Kategori', email: 'Surel', phone: 'Telepon', employeeNumber: 'NIP/NRP', position: 'Jabatan', agency: 'Instansi', agencyCategory: 'Jenis instansi' }

const Lines = ({ of }) => h('dl', null, of.filter(([, value]) => value).map(([name, value]) => h(React.Fragment, { key: name }, h('dt', null, name), h('dd', null, value))))

const who = of => Object.entries(WHO).map(([name, label]) => [label, of[name]])
const list = values => values.map((value, n) => h(React.Fragment, { key: value.key || n }, n > 0 ? ', ' : '', value))

const secrecy = of => [of.complainant.anonymous ? 'anonim' : '', of.confidential ? 'rahasia' : ''].filter(Boolean).join(', ')

const Submission = ({ of, number }) => {
  const said = of.complaint
  return h('div', { className: 'kartu', 'data-submission': of.id },
    h('h3', null, (said.letter.subject || 'Tanpa perihal') + (of.lost ? ' (tidak berlaku lagi)' : '')),
    h(Lines, { of: [
      ['Saluran', CHANNELS[said.channel]], ['Diterima', moment(said.receivedAt)], ['Acuan sumber', said.reference],
      ['Disimpan pada berkas', of.case === number ? '' : of.case], ['Sifat', secrecy(said)],
      ['Lampiran', said.attachments.length > 0 ? said.attachments.map(file => file.name + (file.missing ? ' (tidak ada: ' + file.missing + ')' : '')).join(', ') : 'tidak ada'],
    ] }),
    h('p', { className: 'teks' }, said.matter.text),
    h('h4', null, 'Pengadu'), h(Lines, { of: who(said.complainant) }),
    said.accused ? h(React.Fragment, null, h('h4', null, 'Teradu'), h(Lines, { of: who(said.accused) })) : null)
}

const Case = ({ of, go }) => {
  const title = React.useRef(null)
  React.useEffect(() => { title.current.focus() }, [of])
  const link = number => h(CaseLink, { key: number, of: number, go, decides: true })
  const agencies = Object.fromEntries(of.referrals.map(one => [one.id, one.agencyName]))
  return h('div', { 'data-case': of.number },
    h('section', { className: of.alarms.length > 0 ? 'galat' : '' },
      h('h2', { ref: title, tabIndex: -1, id: 'dumas-berkas-nomor' }, of.number),
      h('p', { className: 'kalimat' }, of.label),
      of.alarms.length > 0 ? h('p', { className: 'penting', role: 'alert' }, 'Alarm: ' + of.alarms.map(alarm => ALARMS[alarm]).join(', ') + '. ',
        h('a', { href: '/hawtio/dumas#alarm', onClick: e => { e.preventDefault(); go('alarm') } }, 'Catat yang dilakukan')) : null,
      h(Lines, { of: [
        ['Bagian dari berkas', of.partOf ? link(of.partOf) : ''],
        ['Terdiri juga dari', of.parts.length > 0 ? list(of.parts.map(link)) : ''],
        ['Dibuka', moment(of.openedAt)],
        ['Nomor agenda', of.agenda ? of.agenda.book + '/' + of.agenda.year + '/' + of.agenda.number + ', ' + of.agenda.date : 'belum ada'],
        ['Kelayakan', of.verdict],
        ['Kelengkapan', of.completeSince ? 'lengkap sejak ' + moment(of.completeSince) : of.missing.length > 0 ? 'kurang: ' + of.missing.map(item => ITEMS[item]).join(', ') : 'belum dinilai'],
        ['Arahan', of.direction ? of.direction.by + ', ' + of.direction.date + (of.direction.document ? ' (' + of.direction.document + ')' : '') : 'belum ada'],
      ] })),
    h('section', { id: 'dumas-kiriman', 'aria-labelledby': 'dumas-kiriman-judul' }, h('h2', { id: 'dumas-kiriman-judul' }, 'Kiriman'),
      of.submissions.length === 0 ? h('p', { className: 'kosong' }, 'Tidak ada kiriman.') : null,
      of.submissions.map(one => h(Submission, { key: one.id, of: one, number: of.number }))),
    h(Panel, {
      id: 'dumas-berkas-penerusan', title: 'Penerusan', what: 'Instansi yang diminta menindaklanjuti, atau diberi tahu.', empty: 'Belum diteruskan.',
      heads: [['Instansi'], ['Jenis'], ['Keadaan'], ['', 'aksi']],
      rows: of.referrals.map(one => h('tr', { key: one.id }, h('th', { scope: 'row' }, one.agencyName), h('td', null, KINDS[one.kind]), h('td', null, STATES[one.state]),
        h('td', { className: 'aksi' }, h('button', { type: 'button', 'aria-label': 'Jelaskan penerusan ke ' + one.agencyName, onClick: () => go('penjelasan', one.id) }, 'Jelaskan')))),
    }),
    h(Panel, {
      id: 'dumas-berkas-tenggat', title: 'Tenggat', what: 'Jangka waktu berkas ini.', empty: 'Tidak ada jangka waktu.', heads: [['Tenggat'], ['Instansi'], ['Keadaan'], ['Jatuh tempo', 'angka']],
      rows: of.clocks.map(one => h('tr', { key: one.clock + one.referral }, h('th', { scope: 'row' }, one.label), h('td', null, one.referral ? agencies[one.referral] || '–' : '–'),
        h('td', { className: one.state === 'MISSED' ? 'penting' : '' }, RUNS[one.state]), cell('due', one.due || '–'))),
    }),
    h(Panel, {
      id: 'dumas-berkas-terkirim', title: 'Kiriman hub', what: 'Yang dikirim hub tentang berkas ini.', empty: 'Belum ada yang dikirim.', heads: [['Tujuan'], ['Jenis'], ['Keadaan'], ['Dibuat', 'angka']],
      rows: of.deliveries.map(one => h('tr', { key: one.id }, h('th', { scope: 'row' }, one.destination), h('td', null, one.kind),
        h('td', { className: one.state === 'HELD' || one.state === 'PARKED' ? 'penting' : '' }, SENT[one.state] + (one.reason ? ' (' + one.reason + ')' : '')), cell('created', moment(one.createdAt)))),
    }),
    h(Panel, {
      id: 'dumas-jurnal', title: 'Jurnal', what: 'Setiap fakta berkas ini, yang pertama di atas, dengan siapa yang menyebabkannya dan dasarnya.', empty: 'Jurnal kosong.',
      heads: [['Waktu'], ['Fakta'], ['Oleh']],
      rows: of.journal.map(fact => h('tr', { key: fact.seq, 'data-fact': fact.event }, h('td', { className: 'nomor' }, moment(fact.at)),
        h('td', null, fact.words, fact.because === fact.words ? null : h('span', { className: 'sebab redup' }, BASES[fact.because] || fact.because)), h('td', { className: 'nomor' }, fact.actor))),
    }))
}

export const CasePage = ({ of, go, decides }) => {
  const [found, setFound] = React.useState(null)
  const [error, setError] = React.useState('')
  React.useEffect(() => {
    let gone = false
    setFound(null)
    setError('')
    if (of && decides) json('/api/v1/cases/' + encodeURIComponent(of)).then(one => { if (!gone) setFound(one) }, e => { if (!gone) setError(e.message) })
    return () => { gone = true }
  }, [of, decides])
  return h('div', { id: 'dumas-baca-berkas' },
    h('section', null, h('h2', null, 'Baca berkas'), decides
      ? h(React.Fragment, null,
        h('p', { className: 'apa' }, 'Semua yang diperlukan untuk memutuskan, dengan data pribadi. Setiap pembacaan dicatat atas nama Anda.'),
        h(LookUp, { id: 'dumas-baca', label: 'Nomor berkas dengan angka pemeriksa', value: of, example: 'DUMAS-2026-000123-38', onAsk: number => go('berkas', number.toUpperCase()) }),
        h(Fault, { of: error }))
      : h('p', { className: 'apa' }, 'Membaca berkas adalah tugas petugas (OFFICER), karena memuat data pengaduan.')),
    found ? h(Case, { of: found, go }) : null)
}
