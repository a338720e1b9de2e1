package dev.airgapc.rule;

import dev.airgapc.diagnostic.Report;
import dev.airgapc.site.Site;
import java.util.List;

/** Every rule, in the order in which they are checked. */
public final class Rules {
    public static final List<SiteRule<?>> ALL = List.of(
            new PublicHost(),
            new InsideHost(),
            new InheritedHosts(),
            new FieldOfExistingSecret(),
            new ExpiredCertificate(),
            new LeafCertificate(),
            new ImageWithoutRegistry(),
            new FloatingTag(),
            new AgentWithoutServer(),
            new AgentWay(),
            new ServerWay(),
            new SecondIndex(),
            new RequirementOption(),
            new PythonOfTasks(),
            new ExtraIndexAlone(),
            new SecondChartRepo(),
            new SecondGitLogin(),
            new SshWithCredentials(),
            new UncheckedDespiteTrust(),
            new OwnedVariable(),
            new ExclusiveVariables(),
            new VariableForm(),
            new UnknownStringTemplate(),
            new PipConfInHome(),
            new MountSources(),
            new MultiNodeGpus(),
            new QueueSettings(),
            new MachineGpus(),
            new CondaChannels(),
            new PackageLogins(),
            new PackageHostOfServer(),
            new DockerArgument(),
            new WithoutEffect(),
            new ArtifactName(),
            new UncheckedArtifact(),
            new AppFiles(),
            new BootstrapWay(),
            new ResourcesWithinReach(),
            new FetchingVariable(),
            new VaultOfOneAgent(),
            new VariableInTwoLayers(),
            new ContextMissing(),
            new VersionOfAnother(),
            new SharedRelease(),
            new ServerWithoutRegistry(),
            new PublicKeys(),
            new EnterpriseWord(),
            new KubernetesOfChart(),
            new FileserverWithoutStorage(),
            new MissingMongodb(),
            new ImagesStayPublic(),
            new ServingWay(),
            new GatewayWay(),
            new GatewayPorts(),
            new GatewayQueues(),
            new UnusualApiAddress(),
            new MissingSecretField(),
            new UnreachableSecret(),
            new TwoTypesOfSecret(),
            new StoreMissing(),
            new RecipientsMissing(),
            new ScriptUnderExternalSecrets(),
            new FieldInFrom(),
            new UnknownVersion(),
            new UnusedDeclaration());

    private Rules() {}

    /** Checks every rule on every block that has no error in or behind it. */
    public static void check(Site site, Report report) {
        ALL.forEach(rule -> each(rule, site, report));
    }

    private static <K> void each(SiteRule<K> rule, Site site, Report report) {
        site.all(rule.subject()).forEach(block -> rule.check(block, site, report));
    }
}
