using Pulumi;
using CleanRoomsML = Pulumi.CleanRoomsML;

return await Deployment.RunAsync(() =>
{
    var europe = new CleanRoomsML.Provider("europe", new()
    {
        Region = "eu-west-1",
        AssumeRoles = new[]
        {
            new CleanRoomsML.Inputs.AssumeRoleArgs
            {
                RoleArn = "arn:aws:iam::210987654321:role/training",
            },
        },
    });

});
