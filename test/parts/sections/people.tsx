/** People: one, many, and who is in a field. */
import { AvatarStack } from '#client/ui/avatar-stack.tsx'
import { Avatar } from '#client/ui/avatar.tsx'
import { Row } from '#client/ui/row.tsx'
import { say } from '../say.ts'
import { Specimen } from '../specimen.tsx'

const people = ['陈思远', 'Julia Weber', 'ชลธิชา', 'محمد', '阮氏兰', 'Mina Cole', '李雷'].map(
  (name) => ({ id: name, name }),
)

export function People() {
  return (
    <>
      <Specimen name={say('一个人', 'One')}>
        <Row>
          {people.slice(0, 4).map((person) => (
            <Avatar {...person} />
          ))}
        </Row>
      </Specimen>
      <Specimen name={say('几个人', 'A few')}>
        <AvatarStack label={say('正在看的人', 'Here now')} people={people.slice(0, 3)} />
      </Specimen>
      <Specimen name={say('很多人', 'Many')}>
        <AvatarStack label={say('正在看的人', 'Here now')} people={people} />
      </Specimen>
    </>
  )
}
