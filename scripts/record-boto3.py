"""Records what boto3 sends, for test/aws/wire.test.ts: what this package's client sends is compared with it, byte for byte.

    python3 -m venv /tmp/boto3 && /tmp/boto3/bin/pip install boto3==1.44.5 botocore==1.44.5
    /tmp/boto3/bin/python scripts/record-boto3.py

Nothing leaves the machine: the requests are taken just before they would be sent. Clock and credentials are fixed, so that a second
run writes the same file.
"""

import datetime
import json
import pathlib
import sys
from unittest import mock

import boto3
import botocore
import botocore.awsrequest

OUT = pathlib.Path(__file__).resolve().parent.parent / "test" / "fixtures" / "boto3" / "requests.json"
MODEL = pathlib.Path(__file__).resolve().parent.parent / "provider" / "service" / "cleanroomsml.json"
NOW = datetime.datetime(2026, 11, 23, 12, 0, 0, tzinfo=datetime.timezone.utc)

MEMBERSHIP = "11111111-2222-4333-8444-555555555555"
VERSION = "99999999-8888-4777-a666-555555555555"
PREFIX = f"arn:aws:cleanrooms-ml:us-east-1:123456789012:membership/{MEMBERSHIP}"
MODEL_ARN = f"{PREFIX}/trained-model/0a1b2c3d"
EVERY_CHARACTER = "-abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_/."
ODD_ARN = f"{PREFIX}/trained-model/{EVERY_CHARACTER}"
DOTS_ARN = f"{PREFIX}/trained-model/../a//b/./c.."
CHINA_ARN = MODEL_ARN.replace("arn:aws:", "arn:aws-cn:").replace("us-east-1", "cn-north-1")

CREATE = {
    "membershipIdentifier": MEMBERSHIP,
    "name": "churn",
    "configuredModelAlgorithmAssociationArn": f"{PREFIX}/configured-model-algorithm-association/a1",
    "resourceConfig": {"instanceType": "ml.m5.xlarge", "volumeSizeInGB": 30},
    "dataChannels": [{"mlInputChannelArn": f"{PREFIX}/ml-input-channel/c1", "channelName": "train"}],
}
CREATE_OPTIONAL = {
    "hyperparameters": {"epochs": "10", "learning rate": "0.1"},
    "environment": {"LOG_LEVEL": "debug", "MODE": "a=b&c;d"},
    "stoppingCondition": {"maxRuntimeInSeconds": 86400},
    "incrementalTrainingDataChannels": [
        {"trainedModelArn": MODEL_ARN, "versionIdentifier": VERSION, "channelName": "base"}
    ],
    "trainingInputMode": "FastFile",
    "description": "Line one\nline two\t\"quoted\" \\ / <b>",
    "kmsKeyArn": "arn:aws:kms:us-east-1:123456789012:key/0a1b2c3d",
    "tags": {"team": "ml", "cost center": "a+b/c=d@e"},
    "mlModelTrainingPayerAccountId": "210987654321",
}
NON_ASCII = {
    "name": "Übung 模型 🚀",
    "description": "Zażółć gęślą jaźń; 日本語; \u00a0; é e\u0301",
    "hyperparameters": {"größe": "½", "絵": "🎨"},
    "environment": {"GREETING": "¡olé!"},
    "tags": {"équipe": "données", "🏷": "ключ"},
}
WITH_MODEL = {"membershipIdentifier": MEMBERSHIP, "trainedModelArn": MODEL_ARN}


def with_(base, **more):
    return {**base, **more}


def calls():
    create = "CreateTrainedModel"
    yield create, "minimal", CREATE
    full = with_(
        CREATE,
        resourceConfig={"instanceCount": 2, "instanceType": "ml.g5.12xlarge", "volumeSizeInGB": 8192},
        dataChannels=[
            {
                "mlInputChannelArn": f"{PREFIX}/ml-input-channel/{EVERY_CHARACTER}",
                "channelName": f"ch-{i}_.x",
                "s3DataDistributionType": ["FullyReplicated", "ShardedByS3Key"][i % 2],
            }
            for i in range(3)
        ],
        **CREATE_OPTIONAL,
    )
    yield create, "every member", full
    for left_out in CREATE_OPTIONAL:
        yield create, f"without {left_out}", {k: v for k, v in full.items() if k != left_out}
    yield create, "non-ASCII", with_(CREATE, **NON_ASCII)
    yield create, "empty maps", with_(CREATE, hyperparameters={}, environment={}, tags={}, stoppingCondition={})
    incremental = [{"trainedModelArn": ODD_ARN, "channelName": "base"}]
    yield create, "incremental from a base", with_(CREATE, incrementalTrainingDataChannels=incremental)
    for operation in ("GetTrainedModel", "CancelTrainedModel", "DeleteTrainedModelOutput"):
        yield operation, "minimal", WITH_MODEL
        yield operation, "every member", with_(WITH_MODEL, versionIdentifier=VERSION)
        yield operation, "every legal character", with_(WITH_MODEL, trainedModelArn=ODD_ARN)
        yield operation, "dots and slashes", with_(WITH_MODEL, trainedModelArn=DOTS_ARN)
    yield "GetTrainedModel", "another partition", with_(WITH_MODEL, trainedModelArn=CHINA_ARN)
    membership = {"membershipIdentifier": MEMBERSHIP}
    token = "a+b/c==&d e%20é~*'()!"
    yield "ListTrainedModels", "minimal", membership
    yield "ListTrainedModels", "every member", with_(membership, nextToken=token, maxResults=100)
    yield "ListTrainedModels", "a page size", with_(membership, maxResults=1)
    yield "ListTrainedModelVersions", "minimal", WITH_MODEL
    yield "ListTrainedModelVersions", "every member", with_(WITH_MODEL, nextToken=token, maxResults=7, status="ACTIVE")
    yield "ListTrainedModelVersions", "every legal character", with_(WITH_MODEL, trainedModelArn=ODD_ARN)
    role = {"roleArn": "arn:aws:iam::123456789012:role/cleanrooms-ml/output+=,.@-_"}
    put = "PutMLConfiguration"
    yield put, "minimal", with_(membership, defaultOutputLocation=role)
    for name, uri in {
        "every member": "s3://models/outputs",
        "a prefix with spaces": "s3://models/a b/c",
        "non-ASCII": "s3://models/größe/絵🎨",
        "the longest": "s3://" + "x" * 1280,
    }.items():
        yield put, name, with_(
            membership, defaultOutputLocation={**role, "destination": {"s3Destination": {"s3Uri": uri}}}
        )
    sql = {"queryString": "SELECT *\n  FROM \"customers\" -- größe 絵\n WHERE a <> 'b' AND c = :c"}
    query = {"sqlParameters": sql}
    channel = {
        "membershipIdentifier": MEMBERSHIP,
        "name": "training",
        "configuredModelAlgorithmAssociations": [f"{PREFIX}/configured-model-algorithm-association/a1"],
        "retentionInDays": 30,
        "inputChannel": {"roleArn": role["roleArn"], "dataSource": {"protectedQueryInputParameters": query}},
    }
    worker = {"type": "CR.4X", "number": 1024, "properties": {"spark": {"spark.sql.shuffle.partitions": "200"}}}
    template = "arn:aws:cleanrooms:us-east-1:123456789012:membership/0a1b/analysistemplate/1c2d"
    queries = {
        "every member": {**query, "computeConfiguration": {"worker": worker}, "resultFormat": "PARQUET"},
        "parameters": {"sqlParameters": {**sql, "parameters": {"c": "größe", "d_1": ""}}},
        "a template": {"sqlParameters": {"analysisTemplateArn": template, "parameters": {"c": "1"}}},
        "a worker": {**query, "computeConfiguration": {"worker": {"type": "CR.8X", "number": 2}}},
        "a number of workers": {**query, "computeConfiguration": {"worker": {"number": 16}}},
        "the longest query": {"sqlParameters": {"queryString": "SELECT " + "x, " * 1000 + "y"}},
        "CSV": {**query, "resultFormat": "CSV"},
    }
    optional = {
        "description": CREATE_OPTIONAL["description"],
        "kmsKeyArn": CREATE_OPTIONAL["kmsKeyArn"],
        "tags": CREATE_OPTIONAL["tags"],
        "payerConfiguration": {"computePayerAccountId": "123456789012", "syntheticDataPayerAccountId": "210987654321"},
    }
    create_channel = "CreateMLInputChannel"
    yield create_channel, "minimal", channel
    for name, parameters in queries.items():
        source = {"dataSource": {"protectedQueryInputParameters": parameters}, "roleArn": role["roleArn"]}
        yield create_channel, name, with_(channel, inputChannel=source)
    yield create_channel, "every optional member", with_(channel, **optional)
    for left_out in optional:
        yield create_channel, f"without {left_out}", with_(
            channel, **{k: v for k, v in optional.items() if k != left_out}
        )
    for payer in ("computePayerAccountId", "syntheticDataPayerAccountId"):
        yield create_channel, f"one payer: {payer}", with_(channel, payerConfiguration={payer: "210987654321"})
    yield create_channel, "non-ASCII", with_(channel, name="Übung 模型", description="Zażółć", tags={"🏷": "ключ"})
    yield create_channel, "the shortest retention", with_(channel, retentionInDays=1)
    channel_arn = f"{PREFIX}/ml-input-channel/0a1b2c3d"
    for operation in ("GetMLInputChannel", "DeleteMLInputChannelData"):
        for name, arn in {
            "minimal": channel_arn,
            "every legal character": f"{PREFIX}/ml-input-channel/{EVERY_CHARACTER}",
            "dots and slashes": f"{PREFIX}/ml-input-channel/../a//b/./c..",
            "another partition": channel_arn.replace("arn:aws:", "arn:aws-cn:").replace("us-east-1", "cn-north-1"),
        }.items():
            yield operation, name, with_(membership, mlInputChannelArn=arn)
    yield "ListMLInputChannels", "minimal", membership
    yield "ListMLInputChannels", "every member", with_(membership, nextToken=token, maxResults=100)
    yield "ListMLInputChannels", "a page size", with_(membership, maxResults=1)
    collaboration = {"collaborationIdentifier": "22222222-3333-4444-8555-666666666666"}
    for name, arn in {"minimal": channel_arn, "every legal character": f"{PREFIX}/ml-input-channel/{EVERY_CHARACTER}"}.items():
        yield "GetCollaborationMLInputChannel", name, with_(collaboration, mlInputChannelArn=arn)
    yield "ListCollaborationMLInputChannels", "minimal", collaboration
    yield "ListCollaborationMLInputChannels", "every member", with_(collaboration, nextToken=token, maxResults=100)
    receiver = {"members": [{"accountId": "210987654321"}]}
    run = {
        "membershipIdentifier": MEMBERSHIP,
        "name": "scores",
        "trainedModelArn": MODEL_ARN,
        "resourceConfig": {"instanceType": "ml.r6i.large"},
        "outputConfiguration": receiver,
        "dataSource": {"mlInputChannelArn": channel_arn},
    }
    run_optional = {
        "trainedModelVersionIdentifier": VERSION,
        "configuredModelAlgorithmAssociationArn": CREATE["configuredModelAlgorithmAssociationArn"],
        "description": CREATE_OPTIONAL["description"],
        "containerExecutionParameters": {"maxPayloadInMB": 100},
        "environment": CREATE_OPTIONAL["environment"],
        "kmsKeyArn": CREATE_OPTIONAL["kmsKeyArn"],
        "tags": CREATE_OPTIONAL["tags"],
        "mlModelInferencePayerAccountId": "210987654321",
    }
    start = "StartTrainedModelInferenceJob"
    yield start, "minimal", run
    full_run = with_(
        run,
        resourceConfig={"instanceType": "ml.c5.18xlarge", "instanceCount": 10},
        outputConfiguration={**receiver, "accept": "text/csv; header=present"},
        **run_optional,
    )
    yield start, "every member", full_run
    for left_out in run_optional:
        yield start, f"without {left_out}", {k: v for k, v in full_run.items() if k != left_out}
    yield start, "non-ASCII", with_(run, name="Übung 模型", environment={"GREETING": "¡olé!\nline"}, tags={"🏷": "ключ"})
    yield start, "of a model with every legal character", with_(run, trainedModelArn=ODD_ARN)
    job_arn = f"{PREFIX}/trained-model-inference-job/0a1b2c3d"
    for operation in ("GetTrainedModelInferenceJob", "CancelTrainedModelInferenceJob"):
        for name, arn in {
            "minimal": job_arn,
            "every legal character": f"{PREFIX}/trained-model-inference-job/{EVERY_CHARACTER}",
            "dots and slashes": f"{PREFIX}/trained-model-inference-job/../a//b/./c..",
        }.items():
            yield operation, name, with_(membership, trainedModelInferenceJobArn=arn)
    runs = "ListTrainedModelInferenceJobs"
    yield runs, "minimal", membership
    yield runs, "of a model", with_(membership, trainedModelArn=ODD_ARN)
    yield runs, "every member", with_(
        membership, trainedModelArn=MODEL_ARN, trainedModelVersionIdentifier=VERSION, nextToken=token, maxResults=100
    )
    export = {**WITH_MODEL, "name": "to a partner", "outputConfiguration": receiver}
    yield "StartTrainedModelExportJob", "minimal", export
    yield "StartTrainedModelExportJob", "every member", with_(
        export, trainedModelVersionIdentifier=VERSION, description=CREATE_OPTIONAL["description"]
    )
    yield "StartTrainedModelExportJob", "every legal character", with_(export, trainedModelArn=ODD_ARN, name="Übung 模型")
    exports = "ListCollaborationTrainedModelExportJobs"
    of_model = with_(collaboration, trainedModelArn=MODEL_ARN)
    yield exports, "minimal", of_model
    yield exports, "every legal character", with_(collaboration, trainedModelArn=ODD_ARN)
    yield exports, "every member", with_(
        of_model, trainedModelVersionIdentifier=VERSION, nextToken=token, maxResults=100
    )
    yield "GetMLConfiguration", "minimal", membership
    yield "DeleteMLConfiguration", "minimal", membership
    yield "TagResource", "minimal", {"resourceArn": MODEL_ARN, "tags": {"team": "ml"}}
    yield "TagResource", "no tags", {"resourceArn": MODEL_ARN, "tags": {}}
    yield "TagResource", "odd tags", {"resourceArn": ODD_ARN, "tags": {"a b": "c d", "+": "-", "é:/=@": "", "🏷": "日本"}}
    yield "UntagResource", "minimal", {"resourceArn": MODEL_ARN, "tagKeys": ["team"]}
    keys = ["a b", "c+d", "é", "🏷", "a&b=c", "x/y:z@w", "~*'()!", "%20", "b", "a"]
    yield "UntagResource", "several keys", {"resourceArn": ODD_ARN, "tagKeys": keys}
    yield "ListTagsForResource", "minimal", {"resourceArn": MODEL_ARN}
    yield "ListTagsForResource", "every legal character", {"resourceArn": ODD_ARN}


class Sent(Exception):
    """Ends a call in the place of the network."""


def record(client, operation, given):
    taken = []

    def take(request, **_):
        taken.append(request)
        raise Sent

    client.meta.events.register("before-send.*", take)
    try:
        getattr(client, botocore.xform_name(operation))(**given)
    except Sent:
        pass
    finally:
        client.meta.events.unregister("before-send.*", take)
    (request,) = taken
    url = request.url.removeprefix("https://")
    host, _, rest = url.partition("/")
    path, _, query = ("/" + rest).partition("?")
    text = lambda value: value.decode() if isinstance(value, bytes) else value
    headers = {name.lower(): text(value) for name, value in request.headers.items()}
    signed = headers["authorization"].split("SignedHeaders=")[1].split(",")[0].split(";")
    kept = {"host": host, **{name: headers[name] for name in signed if name != "host"}}
    kept["authorization"] = headers["authorization"]
    return {"method": request.method, "path": path, "query": query, "headers": kept, "body": text(request.body) or ""}


def main():
    pinned = json.loads(MODEL.read_text())["source"]["botocore"]
    if botocore.__version__ != pinned:
        sys.exit(f"botocore is {botocore.__version__}; the model is of {pinned}")
    client = boto3.client(
        "cleanroomsml", region_name="us-east-1", aws_access_key_id="test", aws_secret_access_key="test"
    )
    clock = mock.patch("botocore.auth.get_current_datetime", return_value=NOW.replace(tzinfo=None))
    with clock:
        recorded = [
            {"operation": operation, "name": name, "input": given, "request": record(client, operation, given)}
            for operation, name, given in calls()
        ]
    OUT.parent.mkdir(parents=True, exist_ok=True)
    made = {"boto3": boto3.__version__, "botocore": botocore.__version__, "region": "us-east-1", "calls": recorded}
    OUT.write_text(json.dumps(made, indent=1, ensure_ascii=False) + "\n")
    print(f"recorded {len(recorded)} calls")


main()
