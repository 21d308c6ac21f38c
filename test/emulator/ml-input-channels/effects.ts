import type { mlInputChannelReadings } from "../../../provider/emulator/ml-input-channels/readings";
import { arnPrefix, type Bench } from "../harness";
import { type Effects, outcome } from "../state/effects";
import { Channels } from "./channels";

const DAY = 86_400;

/** How a training on a channel ends: at once, or as a failed training. */
async function use(b: Bench, arn: string): Promise<string> {
  const reply = await new Channels(b).train(arn);
  if (reply.errorType !== undefined) return reply.errorType;
  b.advance(10);
  return b.status(reply.body.trainedModelArn);
}

const uses = {
  validation: "ValidationException",
  "not-found": "ResourceNotFoundException",
  conflict: "ConflictException",
  "create-failed": "CREATE_FAILED",
};

async function ended(b: Bench, ...seconds: number[]): Promise<string> {
  const channels = new Channels(b);
  const arn = await channels.ran();
  await channels.delete(arn);
  const seen: string[] = [];
  for (const one of seconds) {
    b.advance(one);
    seen.push(await channels.status(arn));
  }
  return seen.join(" ");
}

export const channelEffects: Effects<keyof typeof mlInputChannelReadings> = {
  channelNameReuse: {
    probe: async (b) => {
      const channels = new Channels(b);
      const arn = await channels.ran({ name: "same" });
      const again = await channels.create({ name: "same" });
      b.emulator.changeChannel(arn, { status: "INACTIVE" });
      for (const { mlInputChannelArn } of b.emulator.channels())
        b.emulator.changeChannel(mlInputChannelArn, { status: "INACTIVE" });
      return `${outcome(again)} ${outcome(await channels.create({ name: "same" }))}`;
    },
    seen: {
      "conflict-while-live": "ConflictException 200",
      allowed: "200 200",
      "conflict-for-ever": "ConflictException ConflictException",
    },
  },
  channelExpiry: {
    probe: async (b) => {
      const channels = new Channels(b);
      const arn = await channels.ran({ retentionInDays: 1 });
      b.advance(DAY);
      return `${await channels.status(arn)} ${await use(b, arn)}`;
    },
    seen: {
      inactive: "INACTIVE ValidationException",
      gone: "ResourceNotFoundException ValidationException",
      "active-without-data": "ACTIVE ValidationException",
    },
  },
  retentionFrom: {
    probe: async (b) => {
      const channels = new Channels(b);
      const arn = await channels.ran({ retentionInDays: 1 });
      b.advance(DAY - 10 + 0.5);
      return channels.status(arn);
    },
    seen: { create: "INACTIVE", active: "ACTIVE" },
  },
  useOfExpired: {
    probe: async (b) => {
      const arn = await new Channels(b).ran({ retentionInDays: 1 });
      b.advance(2 * DAY);
      return use(b, arn);
    },
    seen: uses,
  },
  useOfUnready: { probe: async (b) => use(b, String((await new Channels(b).create()).body.mlInputChannelArn)), seen: uses },
  useOfInactive: {
    probe: async (b) => {
      const channels = new Channels(b);
      const arn = await channels.ran();
      await channels.delete(arn);
      b.advance(10);
      return use(b, arn);
    },
    seen: uses,
  },
  afterChannelDelete: {
    probe: (b) => ended(b, 1, 10),
    seen: {
      inactive: "INACTIVE INACTIVE",
      "inactive-then-gone": "INACTIVE ResourceNotFoundException",
      gone: "ResourceNotFoundException ResourceNotFoundException",
    },
  },
  deleteChannelWhileCreating: {
    probe: async (b) => {
      const channels = new Channels(b);
      return outcome(await channels.delete(String((await channels.create()).body.mlInputChannelArn)));
    },
    seen: { conflict: "ConflictException", allowed: "200" },
  },
  deleteChannelInUse: {
    probe: async (b) => {
      const channels = new Channels(b);
      const arn = await channels.ran();
      const { trainedModelArn } = (await channels.train(arn)).body;
      const deleted = await channels.delete(arn);
      b.advance(10);
      return `${outcome(deleted)} ${await b.status(trainedModelArn)}`;
    },
    seen: { allowed: "200 ACTIVE", conflict: "ConflictException ACTIVE", "fails-the-job": "200 CREATE_FAILED" },
  },
  deleteChannelInactive: {
    probe: async (b) => {
      const channels = new Channels(b);
      const arn = await channels.ran();
      await channels.delete(arn);
      const pending = await channels.delete(arn);
      b.advance(10);
      return `${outcome(pending)} ${outcome(await channels.delete(arn))}`;
    },
    seen: {
      conflict: "ConflictException ConflictException",
      ok: "200 200",
      "not-found": "ConflictException ResourceNotFoundException",
    },
  },
  deleteChannelFailed: {
    probe: async (b) => {
      const channels = new Channels(b);
      b.emulator.faults.add({ kind: "fail-query" });
      return outcome(await channels.delete(await channels.ran()));
    },
    seen: { allowed: "200", conflict: "ConflictException" },
  },
  channelOfOtherAssociation: {
    probe: async (b) => {
      const channels = new Channels(b);
      const other = { configuredModelAlgorithmAssociations: [`${arnPrefix}/configured-model-algorithm-association/other`] };
      return outcome(await channels.train(await channels.ran(other)));
    },
    seen: { allowed: "200", validation: "ValidationException" },
  },
  badSql: {
    probe: async (b) => {
      const channels = new Channels(b);
      const reply = await channels.create({}, "DROP TABLE customers");
      b.advance(10);
      return reply.errorType ?? channels.status(String(reply.body.mlInputChannelArn));
    },
    seen: { "create-failed": "CREATE_FAILED", validation: "ValidationException" },
  },
  echoOfSql: {
    probe: async (b) => String((await new Channels(b).get(await new Channels(b).ran())).text.includes("SELECT age")),
    seen: { given: "true", absent: "false" },
  },
  channelDefaults: {
    probe: async (b) => {
      const channels = new Channels(b);
      const { text } = await channels.get(await channels.ran());
      return ["CSV", "CR.1X", "computePayerAccountId"].map((part) => text.includes(part)).join(" ");
    },
    seen: { filled: "true true true", absent: "false false false" },
  },
};
