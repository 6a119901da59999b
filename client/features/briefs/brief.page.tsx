/** One brief: its six fields on one calm page, who else is in it, and where its changes are. */
import { createMemo, Show, type Accessor } from 'solid-js'
import { useNavigate, useParams } from '@solidjs/router'
import { useWords } from '#client/i18n/words.ts'
import { useReplica } from '#client/live/replica-context.ts'
import { openLiveDocument, type LiveDocument } from '#client/live/use-document.ts'
import { AvatarStack } from '#client/ui/avatar-stack.tsx'
import { Banner } from '#client/ui/banner.tsx'
import { PageHead } from '#client/ui/page-head.tsx'
import { Page } from '#client/ui/page.tsx'
import { Skeleton } from '#client/ui/skeleton.tsx'
import { createBriefUndo } from '#shared/documents/undo.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { docNameSchema } from '#shared/protocol/names.ts'
import * as z from 'zod/mini'
import { briefWords } from './words.ts'

export function BriefPage() { return null }
