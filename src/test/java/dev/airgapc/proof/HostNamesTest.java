package dev.airgapc.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.airgapc.fact.Host;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://hub.example.com/x?y | hub.example.com",
                "curl --url=https://hub.example.com:8443/x | hub.example.com",
                "oci://docker.io/clearml/chart | docker.io",
                "image: docker.io/library/redis:7.4 | docker.io",
                "localhost:5000/a/b:1 | localhost:5000",
                "quay.io/acme/server@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | quay.io",
                "connect to db.example.com:5432 now | db.example.com",
                "git@github.com:acme/x.git | github.com",
                "https://user@hub.example.com/ | hub.example.com",
                "ping 10.20.0.5 | 10.20.0.5",
                "10.20.0.5:80 | 10.20.0.5",
                "listen [fd00::1]:80 | [fd00::1]",
                "fd00::1 | [fd00::1]",
                "download.pytorch.org | download.pytorch.org",
                "HUB.Example.COM | hub.example.com",
                "jdbc:postgresql://db.example.com/x | db.example.com",
                "# see https://clear.ml/docs | clear.ml"
            })
    void namesAHost(String text, String host) {
        assertEquals(
                List.of(host.strip()),
                HostNames.in(text.strip()).stream().map(Host::text).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nvidia.com/gpu",
                "apps/v1",
                "kubernetes.io/metadata.name",
                "values.override.yaml",
                "1.31-3.0.3-469",
                "v1.2.3",
                "12:30:45",
                "std::vector",
                "requirements.txt",
                "clearml-agent",
                "see nvidia.com for more",
                "sha256:aaaaaaaa",
                "{queue}:{task_id}",
                "NCCL_DEBUG=WARN",
                "/etc/airgap/pip/pip.conf"
            })
    void namesNone(String text) {
        assertEquals(List.of(), HostNames.in(text));
    }
}
