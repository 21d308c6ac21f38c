"""Runs boto3, unmodified but for endpoint_url, against the emulator: python boto3_check.py http://127.0.0.1:PORT

All operations, the paginators and the error classes. Not part of `npm test`: it needs boto3.
"""

import sys
import time

import boto3

MEMBERSHIP = "11111111-2222-4333-8444-555555555555"
PREFIX = f"arn:aws:cleanrooms-ml:eu-west-1:123456789012:membership/{MEMBERSHIP}"


def client_of(endpoint, secret="test", **config):
    return boto3.client(
        "cleanroomsml",
        region_name="eu-west-1",
        endpoint_url=endpoint,
        aws_access_key_id="test",
        aws_secret_access_key=secret,
        **config,
    )


def inputs(name, **more):
    return {
        "membershipIdentifier": MEMBERSHIP,
        "name": name,
        "configuredModelAlgorithmAssociationArn": f"{PREFIX}/configured-model-algorithm-association/a",
        "resourceConfig": {"instanceType": "ml.m5.xlarge", "volumeSizeInGB": 30},
        "dataChannels": [{"mlInputChannelArn": f"{PREFIX}/ml-input-channel/c", "channelName": "train"}],
        **more,
    }


def wait(client, arn, wanted, **version):
    for _ in range(200):
        model = client.get_trained_model(membershipIdentifier=MEMBERSHIP, trainedModelArn=arn, **version)
        if model["status"] == wanted:
            return model
        time.sleep(0.05)
    raise AssertionError(f"{arn} is {model['status']}, not {wanted}")


def fails(error, call, **arguments):
    try:
        call(**arguments)
    except error as raised:
        assert raised.response["ResponseMetadata"]["RequestId"], "no request id"
        return raised.response
    raise AssertionError(f"{call.__name__} did not raise {error.__name__}")


def main(endpoint):
    client = client_of(endpoint)
    errors = client.exceptions
    target = {"membershipIdentifier": MEMBERSHIP}

    made = client.create_trained_model(
        **inputs("a name with ~ and é", tags={"team": "ml / ops"}, hyperparameters={"rate": "0.1"}, environment={"A": "b"})
    )
    arn = made["trainedModelArn"]
    print("created", arn, made.get("versionIdentifier"))
    model = wait(client, arn, "ACTIVE")
    print("active", {key: value for key, value in model.items() if key != "ResponseMetadata"})

    child = client.create_trained_model(
        **inputs("child", incrementalTrainingDataChannels=[{"trainedModelArn": arn, "channelName": "parent"}])
    )
    version = child["versionIdentifier"]
    wait(client, child["trainedModelArn"], "ACTIVE", versionIdentifier=version)

    client.tag_resource(resourceArn=arn, tags={"b c": "d+e", "gone": "soon"})
    client.untag_resource(resourceArn=arn, tagKeys=["gone", "b&c=d"])
    assert client.list_tags_for_resource(resourceArn=arn)["tags"] == {"team": "ml / ops", "b c": "d+e"}

    running = client.create_trained_model(**inputs("to be cancelled"))["trainedModelArn"]
    client.cancel_trained_model(trainedModelArn=running, **target)
    wait(client, running, "INACTIVE")
    client.delete_trained_model_output(trainedModelArn=arn, versionIdentifier=version, **target)
    wait(client, arn, "INACTIVE", versionIdentifier=version)

    def pages(operation, **arguments):
        return list(client.get_paginator(operation).paginate(PaginationConfig={"PageSize": 1}, **target, **arguments))

    models = pages("list_trained_models")
    versions = pages("list_trained_model_versions", trainedModelArn=arn)
    print("pages of models", len(models), "pages of versions", len(versions))
    assert len(models) == 2 and len(versions) == 2
    active = client.list_trained_model_versions(trainedModelArn=arn, status="ACTIVE", **target)["trainedModels"]
    assert [row.get("versionIdentifier") for row in active] in ([None], ["NULL"]), active

    fails(errors.ValidationException, client.create_trained_model, **inputs("x" * 64))
    fails(errors.ValidationException, client.list_trained_models, nextToken="nonsense", **target)
    fails(errors.ResourceNotFoundException, client.get_trained_model, trainedModelArn=arn + "x", **target)
    fails(errors.ConflictException, client.cancel_trained_model, trainedModelArn=arn, **target)
    big = inputs("big")
    big["resourceConfig"] = {**big["resourceConfig"], "instanceCount": 5}
    for number in range(2):
        client.create_trained_model(**{**big, "name": f"big {number}"})
    refused = fails(errors.ServiceQuotaExceededException, client.create_trained_model, **big)
    print("quota", refused["quotaName"], refused["quotaValue"], refused["ResponseMetadata"]["HTTPStatusCode"])
    wrong = client_of(endpoint, secret="wrong")
    denied = fails(errors.ClientError, wrong.list_trained_models, **target)
    assert denied["Error"]["Code"] == "InvalidSignatureException", denied
    fails(errors.ResourceNotFoundException, client.get_ml_configuration, **target)
    location = {"roleArn": "arn:aws:iam::123456789012:role/output", "destination": {"s3Destination": {"s3Uri": "s3://models/x"}}}
    client.put_ml_configuration(defaultOutputLocation=location, **target)
    assert client.get_ml_configuration(**target)["defaultOutputLocation"] == location
    client.delete_ml_configuration(**target)
    fails(errors.ResourceNotFoundException, client.delete_ml_configuration, **target)
    fails(errors.ValidationException, client.put_ml_configuration, defaultOutputLocation={"roleArn": "x" * 20}, **target)
    channel = {
        "name": "training",
        "configuredModelAlgorithmAssociations": [f"{PREFIX}/configured-model-algorithm-association/a"],
        "retentionInDays": 30,
        "inputChannel": {
            "roleArn": location["roleArn"],
            "dataSource": {"protectedQueryInputParameters": {"sqlParameters": {"queryString": "SELECT 1"}}},
        },
        **target,
    }
    made = client.create_ml_input_channel(**channel)["mlInputChannelArn"]
    for _ in range(200):
        found = client.get_ml_input_channel(mlInputChannelArn=made, **target)
        if found["status"] == "ACTIVE":
            break
        time.sleep(0.05)
    assert found["status"] == "ACTIVE" and found["inputChannel"]["roleArn"] == location["roleArn"], found
    fails(errors.ConflictException, client.create_ml_input_channel, **channel)
    rows = client.get_paginator("list_ml_input_channels").paginate(**target).build_full_result()["mlInputChannelsList"]
    assert [row["mlInputChannelArn"] for row in rows] == [made]
    client.tag_resource(resourceArn=made, tags={"a": "b"})
    assert client.list_tags_for_resource(resourceArn=made)["tags"] == {"a": "b"}
    collaboration = {"collaborationIdentifier": found["collaborationIdentifier"]}
    seen = client.get_collaboration_ml_input_channel(mlInputChannelArn=made, **collaboration)
    assert seen["creatorAccountId"] == "123456789012" and "inputChannel" not in seen, seen
    assert len(client.list_collaboration_ml_input_channels(**collaboration)["collaborationMLInputChannelsList"]) == 1
    model = client.list_trained_models(**target)["trainedModels"]
    active = next(one["trainedModelArn"] for one in model if one["status"] == "ACTIVE")
    receiver = {"members": [{"accountId": "210987654321"}]}
    run = client.start_trained_model_inference_job(
        name="scores",
        trainedModelArn=active,
        resourceConfig={"instanceType": "ml.r6i.large"},
        outputConfiguration=receiver,
        dataSource={"mlInputChannelArn": made},
        **target,
    )["trainedModelInferenceJobArn"]
    assert client.get_trained_model_inference_job(trainedModelInferenceJobArn=run, **target)["name"] == "scores"
    rows = client.list_trained_model_inference_jobs(trainedModelArn=active, **target)["trainedModelInferenceJobs"]
    assert [row["trainedModelInferenceJobArn"] for row in rows] == [run]
    client.cancel_trained_model_inference_job(trainedModelInferenceJobArn=run, **target)
    export = client.start_trained_model_export_job(name="out", trainedModelArn=active, outputConfiguration=receiver, **target)
    assert set(export) == {"ResponseMetadata"}
    rows = client.list_collaboration_trained_model_export_jobs(trainedModelArn=active, **collaboration)
    assert [row["name"] for row in rows["collaborationTrainedModelExportJobs"]] == ["out"], rows
    client.delete_ml_input_channel_data(mlInputChannelArn=made, **target)
    print("all operations, paginators and errors are as they should be")


if __name__ == "__main__":
    main(sys.argv[1])
