namespace Portal.Access;

/// <summary>A true boundary: a circuit, an HTTP request and a test each know in their own way who is there.</summary>
public interface ICurrentActor
{
    /// <summary>Reads the person's standing anew each time, so that a right that ended a second ago is gone.</summary>
    /// <exception cref="AccessDeniedException">Nobody is signed in, or they have no standing any more.</exception>
    Task<Actor> GetAsync(CancellationToken cancellationToken = default);
}
