package id.go.setneg.dumas.operations;

import javax.management.ObjectName;
import org.jolokia.server.core.restrictor.policy.PolicyRestrictor;
import org.jolokia.server.core.service.api.Restrictor;
import org.jolokia.server.core.util.HttpMethod;
import org.jolokia.server.core.util.RequestType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** JMX as the policy allows it to operators; everybody else reads the hub's own numbers and runs nothing. */
final class OfficersView implements Restrictor {

    private static final String OURS = "id.go.setneg.dumas";

    private final Restrictor policy;

    OfficersView(PolicyRestrictor policy) {
        this.policy = policy;
    }

    @Override
    public boolean isOperationAllowed(ObjectName name, String operation) {
        return steers() && policy.isOperationAllowed(name, operation);
    }

    @Override
    public boolean isAttributeReadAllowed(ObjectName name, String attribute) {
        return shows(name) && policy.isAttributeReadAllowed(name, attribute);
    }

    @Override
    public boolean isAttributeWriteAllowed(ObjectName name, String attribute) {
        return steers() && policy.isAttributeWriteAllowed(name, attribute);
    }

    @Override
    public boolean isObjectNameHidden(ObjectName name) {
        return !shows(name) || policy.isObjectNameHidden(name);
    }

    @Override
    public boolean isHttpMethodAllowed(HttpMethod method) {
        return policy.isHttpMethodAllowed(method);
    }

    @Override
    public boolean isTypeAllowed(RequestType type) {
        return policy.isTypeAllowed(type);
    }

    @Override
    public boolean isRemoteAccessAllowed(String... hostOrAddress) {
        return policy.isRemoteAccessAllowed(hostOrAddress);
    }

    @Override
    public boolean isOriginAllowed(String origin, boolean strictly) {
        return policy.isOriginAllowed(origin, strictly);
    }

    @Override
    public boolean ignoreScheme() {
        return policy.ignoreScheme();
    }

    /** Jolokia asks about the name as it was given, which may be a pattern: one of the domain meets no name of ours. */
    private static boolean shows(ObjectName name) {
        return steers() || name.getDomain().equals(OURS);
    }

    private static boolean steers() {
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        return user != null
                && user.getAuthorities().stream().anyMatch(role -> "ROLE_OPERATOR".equals(role.getAuthority()));
    }
}
