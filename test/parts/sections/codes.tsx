/** What one device shows for another: a QR code, a code to type. */
import { QrCode } from '#client/ui/qr-code.tsx'
import { ShownCode } from '#client/ui/shown-code.tsx'
import { say } from '../say.ts'
import { Specimen } from '../specimen.tsx'

const code = 'K7M2-9QXR-4TNA'

export function Codes() {
  return (
    <>
      <Specimen name={say('二维码', 'QR code')}>
        <QrCode
          text={`https://brief.example/join#${code}`}
          label={say('连接码的二维码', 'QR code of a code')}
        />
      </Specimen>
      <Specimen name={say('连接码', 'Code')}>
        <ShownCode code={code} />
      </Specimen>
    </>
  )
}
