<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16-Białowieża" styleCategories="AllStyleCategories" readOnly="1" labelsEnabled="1" hasScaleBasedVisibilityFlag="0" minScale="100000000" maxScale="0" simplifyDrawingHints="1" simplifyDrawingTol="1" simplifyLocal="1" simplifyMaxScale="1" simplifyAlgorithm="0" symbologyReferenceScale="-1">
  <flags>
    <Identifiable>1</Identifiable>
    <Removable>1</Removable>
    <Searchable>1</Searchable>
    <Private>0</Private>
  </flags>
  <renderer-v2 type="categorizedSymbol" attr="CASE WHEN &quot;place_id&quot; IN ('P-08', 'P-11') THEN 'MIX' WHEN &quot;category&quot; IN ('规划设计', '规划审批', '片区开发') THEN 'PLN' WHEN &quot;category&quot; IN ('道路整治', '道路建设', '停车设施') THEN 'ROD' WHEN &quot;category&quot; IN ('重大工程', '项目开工', '市政设施', '新基建') THEN 'INF' WHEN &quot;category&quot; IN ('老旧小区改造', '安置区建设') THEN 'HOU' WHEN &quot;category&quot; IN ('公园绿化', '环境整治', '乡村整治') THEN 'ENV' WHEN &quot;category&quot; IN ('商业提升', '消费促进', '文旅项目') THEN 'COM' WHEN &quot;category&quot; IN ('产业政策', '产业发展', '产业项目', '招商引资') THEN 'IND' WHEN &quot;category&quot; IN ('政务服务', '企业服务') THEN 'SRV' ELSE 'OTH' END" symbollevels="0" forceraster="0" enableorderby="0" referencescale="-1">
    <categories>
      <category value="PLN" label="规划片区" symbol="0" render="true" />
      <category value="ROD" label="道路交通" symbol="1" render="true" />
      <category value="INF" label="工程设施" symbol="2" render="true" />
      <category value="HOU" label="居住安置" symbol="3" render="true" />
      <category value="ENV" label="生态环境" symbol="4" render="true" />
      <category value="COM" label="商业文旅" symbol="5" render="true" />
      <category value="IND" label="产业招商" symbol="6" render="true" />
      <category value="SRV" label="政务服务" symbol="7" render="true" />
      <category value="OTH" label="其他" symbol="8" render="true" />
      <category value="MIX" label="多类任务" symbol="9" render="true" />
    </categories>
    <symbols>
      <symbol type="line" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="3.302" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 2.652" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="3.302" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="1" name="use_custom_dash" />
            <Option type="QString" value="1.3;1.04" name="customdash" />
            <Option type="QString" value="MM" name="customdash_unit" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 1.872" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE), '#5B2A9E', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="1.43" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 1.04" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="1.43" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="round" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 0.78" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="NOT coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(NOT coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="91,42,158,255" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="1.43" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 0" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="0.754" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 0.754 + 0" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="NOT coalesce(attribute($currentfeature, 'status') = 'done', TRUE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(NOT coalesce(attribute($currentfeature, 'status') = 'done', TRUE), '#FFFFFF', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="0.754" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="1" name="use_custom_dash" />
            <Option type="QString" value="2.34;1.82" name="customdash" />
            <Option type="QString" value="MM" name="customdash_unit" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 0.754 + 0" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'status') = 'started', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(attribute($currentfeature, 'status') = 'started', FALSE), '#5B2A9E', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="MarkerLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="centralpoint" name="placement" />
            <Option type="QString" value="0" name="rotate" />
            <Option type="QString" value="3" name="interval" />
            <Option type="QString" value="MM" name="interval_unit" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
          <symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" value="circle" name="name" />
                <Option type="QString" value="0" name="angle" />
                <Option type="QString" value="3.64" name="size" />
                <Option type="QString" value="MM" name="size_unit" />
                <Option type="QString" value="diameter" name="scale_method" />
                <Option type="QString" value="0,0" name="offset" />
                <Option type="QString" value="MM" name="offset_unit" />
                <Option type="QString" value="1" name="horizontal_anchor_point" />
                <Option type="QString" value="1" name="vertical_anchor_point" />
                <Option type="QString" value="0,0,0,0" name="color" />
                <Option type="QString" value="0,0,0,0" name="outline_color" />
                <Option type="QString" value="solid" name="outline_style" />
                <Option type="QString" value="0.26" name="outline_width" />
                <Option type="QString" value="MM" name="outline_width_unit" />
                <Option type="QString" value="round" name="joinstyle" />
                <Option type="QString" value="flat" name="cap_style" />
              </Option>
              <data_defined_properties>
                <Option type="Map">
                  <Option type="QString" value="" name="name" />
                  <Option type="Map" name="properties">
                    <Option type="Map" name="enabled">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE)" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                    <Option type="Map" name="fillColor">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="if(coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE), '#B8142B', '0,0,0,0')" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                    <Option type="Map" name="outlineColor">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="if(coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                  </Option>
                  <Option type="QString" value="collection" name="type" />
                </Option>
              </data_defined_properties>
            </layer>
            <layer class="FontMarker" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" value="!" name="chr" />
                <Option type="QString" value="Arial" name="font" />
                <Option type="QString" value="Bold" name="font_style" />
                <Option type="QString" value="0,0,0,0" name="color" />
                <Option type="QString" value="2.912" name="size" />
                <Option type="QString" value="MM" name="size_unit" />
                <Option type="QString" value="0,0" name="offset" />
                <Option type="QString" value="MM" name="offset_unit" />
                <Option type="QString" value="1" name="horizontal_anchor_point" />
                <Option type="QString" value="1" name="vertical_anchor_point" />
                <Option type="QString" value="0" name="angle" />
                <Option type="QString" value="0" name="outline_width" />
              </Option>
              <data_defined_properties>
                <Option type="Map">
                  <Option type="QString" value="" name="name" />
                  <Option type="Map" name="properties">
                    <Option type="Map" name="enabled">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE)" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                    <Option type="Map" name="fillColor">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="if(coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                  </Option>
                  <Option type="QString" value="collection" name="type" />
                </Option>
              </data_defined_properties>
            </layer>
          </symbol>
        </layer>
      </symbol>
      <symbol type="line" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="3.302" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 2.652" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="3.302" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="1" name="use_custom_dash" />
            <Option type="QString" value="1.3;1.04" name="customdash" />
            <Option type="QString" value="MM" name="customdash_unit" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 1.872" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE), '#BA5A2E', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="1.43" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 1.04" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="1.43" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="round" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 0.78" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="NOT coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(NOT coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="186,90,46,255" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="1.43" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 0" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="0.754" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 0.754 + 0" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="NOT coalesce(attribute($currentfeature, 'status') = 'done', TRUE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(NOT coalesce(attribute($currentfeature, 'status') = 'done', TRUE), '#FFFFFF', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="0.754" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="1" name="use_custom_dash" />
            <Option type="QString" value="2.34;1.82" name="customdash" />
            <Option type="QString" value="MM" name="customdash_unit" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 0.754 + 0" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'status') = 'started', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(attribute($currentfeature, 'status') = 'started', FALSE), '#BA5A2E', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="MarkerLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="centralpoint" name="placement" />
            <Option type="QString" value="0" name="rotate" />
            <Option type="QString" value="3" name="interval" />
            <Option type="QString" value="MM" name="interval_unit" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
          <symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" value="circle" name="name" />
                <Option type="QString" value="0" name="angle" />
                <Option type="QString" value="3.64" name="size" />
                <Option type="QString" value="MM" name="size_unit" />
                <Option type="QString" value="diameter" name="scale_method" />
                <Option type="QString" value="0,0" name="offset" />
                <Option type="QString" value="MM" name="offset_unit" />
                <Option type="QString" value="1" name="horizontal_anchor_point" />
                <Option type="QString" value="1" name="vertical_anchor_point" />
                <Option type="QString" value="0,0,0,0" name="color" />
                <Option type="QString" value="0,0,0,0" name="outline_color" />
                <Option type="QString" value="solid" name="outline_style" />
                <Option type="QString" value="0.26" name="outline_width" />
                <Option type="QString" value="MM" name="outline_width_unit" />
                <Option type="QString" value="round" name="joinstyle" />
                <Option type="QString" value="flat" name="cap_style" />
              </Option>
              <data_defined_properties>
                <Option type="Map">
                  <Option type="QString" value="" name="name" />
                  <Option type="Map" name="properties">
                    <Option type="Map" name="enabled">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE)" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                    <Option type="Map" name="fillColor">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="if(coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE), '#B8142B', '0,0,0,0')" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                    <Option type="Map" name="outlineColor">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="if(coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                  </Option>
                  <Option type="QString" value="collection" name="type" />
                </Option>
              </data_defined_properties>
            </layer>
            <layer class="FontMarker" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" value="!" name="chr" />
                <Option type="QString" value="Arial" name="font" />
                <Option type="QString" value="Bold" name="font_style" />
                <Option type="QString" value="0,0,0,0" name="color" />
                <Option type="QString" value="2.912" name="size" />
                <Option type="QString" value="MM" name="size_unit" />
                <Option type="QString" value="0,0" name="offset" />
                <Option type="QString" value="MM" name="offset_unit" />
                <Option type="QString" value="1" name="horizontal_anchor_point" />
                <Option type="QString" value="1" name="vertical_anchor_point" />
                <Option type="QString" value="0" name="angle" />
                <Option type="QString" value="0" name="outline_width" />
              </Option>
              <data_defined_properties>
                <Option type="Map">
                  <Option type="QString" value="" name="name" />
                  <Option type="Map" name="properties">
                    <Option type="Map" name="enabled">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE)" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                    <Option type="Map" name="fillColor">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="if(coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                  </Option>
                  <Option type="QString" value="collection" name="type" />
                </Option>
              </data_defined_properties>
            </layer>
          </symbol>
        </layer>
      </symbol>
      <symbol type="line" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="3.302" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 2.652" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="3.302" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="1" name="use_custom_dash" />
            <Option type="QString" value="1.3;1.04" name="customdash" />
            <Option type="QString" value="MM" name="customdash_unit" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 1.872" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE), '#1D2A3C', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="1.43" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 1.04" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="1.43" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="round" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 0.78" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="NOT coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(NOT coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="29,42,60,255" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="1.43" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 0" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="0.754" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 0.754 + 0" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="NOT coalesce(attribute($currentfeature, 'status') = 'done', TRUE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(NOT coalesce(attribute($currentfeature, 'status') = 'done', TRUE), '#FFFFFF', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="0.754" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="1" name="use_custom_dash" />
            <Option type="QString" value="2.34;1.82" name="customdash" />
            <Option type="QString" value="MM" name="customdash_unit" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 0.754 + 0" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'status') = 'started', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(attribute($currentfeature, 'status') = 'started', FALSE), '#1D2A3C', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="MarkerLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="centralpoint" name="placement" />
            <Option type="QString" value="0" name="rotate" />
            <Option type="QString" value="3" name="interval" />
            <Option type="QString" value="MM" name="interval_unit" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
          <symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" value="circle" name="name" />
                <Option type="QString" value="0" name="angle" />
                <Option type="QString" value="3.64" name="size" />
                <Option type="QString" value="MM" name="size_unit" />
                <Option type="QString" value="diameter" name="scale_method" />
                <Option type="QString" value="0,0" name="offset" />
                <Option type="QString" value="MM" name="offset_unit" />
                <Option type="QString" value="1" name="horizontal_anchor_point" />
                <Option type="QString" value="1" name="vertical_anchor_point" />
                <Option type="QString" value="0,0,0,0" name="color" />
                <Option type="QString" value="0,0,0,0" name="outline_color" />
                <Option type="QString" value="solid" name="outline_style" />
                <Option type="QString" value="0.26" name="outline_width" />
                <Option type="QString" value="MM" name="outline_width_unit" />
                <Option type="QString" value="round" name="joinstyle" />
                <Option type="QString" value="flat" name="cap_style" />
              </Option>
              <data_defined_properties>
                <Option type="Map">
                  <Option type="QString" value="" name="name" />
                  <Option type="Map" name="properties">
                    <Option type="Map" name="enabled">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE)" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                    <Option type="Map" name="fillColor">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="if(coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE), '#B8142B', '0,0,0,0')" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                    <Option type="Map" name="outlineColor">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="if(coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                  </Option>
                  <Option type="QString" value="collection" name="type" />
                </Option>
              </data_defined_properties>
            </layer>
            <layer class="FontMarker" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" value="!" name="chr" />
                <Option type="QString" value="Arial" name="font" />
                <Option type="QString" value="Bold" name="font_style" />
                <Option type="QString" value="0,0,0,0" name="color" />
                <Option type="QString" value="2.912" name="size" />
                <Option type="QString" value="MM" name="size_unit" />
                <Option type="QString" value="0,0" name="offset" />
                <Option type="QString" value="MM" name="offset_unit" />
                <Option type="QString" value="1" name="horizontal_anchor_point" />
                <Option type="QString" value="1" name="vertical_anchor_point" />
                <Option type="QString" value="0" name="angle" />
                <Option type="QString" value="0" name="outline_width" />
              </Option>
              <data_defined_properties>
                <Option type="Map">
                  <Option type="QString" value="" name="name" />
                  <Option type="Map" name="properties">
                    <Option type="Map" name="enabled">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE)" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                    <Option type="Map" name="fillColor">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="if(coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                  </Option>
                  <Option type="QString" value="collection" name="type" />
                </Option>
              </data_defined_properties>
            </layer>
          </symbol>
        </layer>
      </symbol>
      <symbol type="line" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="3.302" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 2.652" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="3.302" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="1" name="use_custom_dash" />
            <Option type="QString" value="1.3;1.04" name="customdash" />
            <Option type="QString" value="MM" name="customdash_unit" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 1.872" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE), '#8F2F6B', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="1.43" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 1.04" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="1.43" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="round" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 0.78" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="NOT coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(NOT coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="143,47,107,255" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="1.43" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 0" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="0.754" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 0.754 + 0" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="NOT coalesce(attribute($currentfeature, 'status') = 'done', TRUE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(NOT coalesce(attribute($currentfeature, 'status') = 'done', TRUE), '#FFFFFF', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="0.754" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="1" name="use_custom_dash" />
            <Option type="QString" value="2.34;1.82" name="customdash" />
            <Option type="QString" value="MM" name="customdash_unit" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 0.754 + 0" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'status') = 'started', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(attribute($currentfeature, 'status') = 'started', FALSE), '#8F2F6B', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="MarkerLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="centralpoint" name="placement" />
            <Option type="QString" value="0" name="rotate" />
            <Option type="QString" value="3" name="interval" />
            <Option type="QString" value="MM" name="interval_unit" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
          <symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" value="circle" name="name" />
                <Option type="QString" value="0" name="angle" />
                <Option type="QString" value="3.64" name="size" />
                <Option type="QString" value="MM" name="size_unit" />
                <Option type="QString" value="diameter" name="scale_method" />
                <Option type="QString" value="0,0" name="offset" />
                <Option type="QString" value="MM" name="offset_unit" />
                <Option type="QString" value="1" name="horizontal_anchor_point" />
                <Option type="QString" value="1" name="vertical_anchor_point" />
                <Option type="QString" value="0,0,0,0" name="color" />
                <Option type="QString" value="0,0,0,0" name="outline_color" />
                <Option type="QString" value="solid" name="outline_style" />
                <Option type="QString" value="0.26" name="outline_width" />
                <Option type="QString" value="MM" name="outline_width_unit" />
                <Option type="QString" value="round" name="joinstyle" />
                <Option type="QString" value="flat" name="cap_style" />
              </Option>
              <data_defined_properties>
                <Option type="Map">
                  <Option type="QString" value="" name="name" />
                  <Option type="Map" name="properties">
                    <Option type="Map" name="enabled">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE)" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                    <Option type="Map" name="fillColor">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="if(coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE), '#B8142B', '0,0,0,0')" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                    <Option type="Map" name="outlineColor">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="if(coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                  </Option>
                  <Option type="QString" value="collection" name="type" />
                </Option>
              </data_defined_properties>
            </layer>
            <layer class="FontMarker" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" value="!" name="chr" />
                <Option type="QString" value="Arial" name="font" />
                <Option type="QString" value="Bold" name="font_style" />
                <Option type="QString" value="0,0,0,0" name="color" />
                <Option type="QString" value="2.912" name="size" />
                <Option type="QString" value="MM" name="size_unit" />
                <Option type="QString" value="0,0" name="offset" />
                <Option type="QString" value="MM" name="offset_unit" />
                <Option type="QString" value="1" name="horizontal_anchor_point" />
                <Option type="QString" value="1" name="vertical_anchor_point" />
                <Option type="QString" value="0" name="angle" />
                <Option type="QString" value="0" name="outline_width" />
              </Option>
              <data_defined_properties>
                <Option type="Map">
                  <Option type="QString" value="" name="name" />
                  <Option type="Map" name="properties">
                    <Option type="Map" name="enabled">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE)" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                    <Option type="Map" name="fillColor">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="if(coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                  </Option>
                  <Option type="QString" value="collection" name="type" />
                </Option>
              </data_defined_properties>
            </layer>
          </symbol>
        </layer>
      </symbol>
      <symbol type="line" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="3.302" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 2.652" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="3.302" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="1" name="use_custom_dash" />
            <Option type="QString" value="1.3;1.04" name="customdash" />
            <Option type="QString" value="MM" name="customdash_unit" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 1.872" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE), '#0B6323', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="1.43" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 1.04" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="1.43" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="round" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 0.78" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="NOT coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(NOT coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="11,99,35,255" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="1.43" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 0" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="0.754" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 0.754 + 0" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="NOT coalesce(attribute($currentfeature, 'status') = 'done', TRUE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(NOT coalesce(attribute($currentfeature, 'status') = 'done', TRUE), '#FFFFFF', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="0.754" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="1" name="use_custom_dash" />
            <Option type="QString" value="2.34;1.82" name="customdash" />
            <Option type="QString" value="MM" name="customdash_unit" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 0.754 + 0" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'status') = 'started', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(attribute($currentfeature, 'status') = 'started', FALSE), '#0B6323', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="MarkerLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="centralpoint" name="placement" />
            <Option type="QString" value="0" name="rotate" />
            <Option type="QString" value="3" name="interval" />
            <Option type="QString" value="MM" name="interval_unit" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
          <symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" value="circle" name="name" />
                <Option type="QString" value="0" name="angle" />
                <Option type="QString" value="3.64" name="size" />
                <Option type="QString" value="MM" name="size_unit" />
                <Option type="QString" value="diameter" name="scale_method" />
                <Option type="QString" value="0,0" name="offset" />
                <Option type="QString" value="MM" name="offset_unit" />
                <Option type="QString" value="1" name="horizontal_anchor_point" />
                <Option type="QString" value="1" name="vertical_anchor_point" />
                <Option type="QString" value="0,0,0,0" name="color" />
                <Option type="QString" value="0,0,0,0" name="outline_color" />
                <Option type="QString" value="solid" name="outline_style" />
                <Option type="QString" value="0.26" name="outline_width" />
                <Option type="QString" value="MM" name="outline_width_unit" />
                <Option type="QString" value="round" name="joinstyle" />
                <Option type="QString" value="flat" name="cap_style" />
              </Option>
              <data_defined_properties>
                <Option type="Map">
                  <Option type="QString" value="" name="name" />
                  <Option type="Map" name="properties">
                    <Option type="Map" name="enabled">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE)" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                    <Option type="Map" name="fillColor">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="if(coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE), '#B8142B', '0,0,0,0')" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                    <Option type="Map" name="outlineColor">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="if(coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                  </Option>
                  <Option type="QString" value="collection" name="type" />
                </Option>
              </data_defined_properties>
            </layer>
            <layer class="FontMarker" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" value="!" name="chr" />
                <Option type="QString" value="Arial" name="font" />
                <Option type="QString" value="Bold" name="font_style" />
                <Option type="QString" value="0,0,0,0" name="color" />
                <Option type="QString" value="2.912" name="size" />
                <Option type="QString" value="MM" name="size_unit" />
                <Option type="QString" value="0,0" name="offset" />
                <Option type="QString" value="MM" name="offset_unit" />
                <Option type="QString" value="1" name="horizontal_anchor_point" />
                <Option type="QString" value="1" name="vertical_anchor_point" />
                <Option type="QString" value="0" name="angle" />
                <Option type="QString" value="0" name="outline_width" />
              </Option>
              <data_defined_properties>
                <Option type="Map">
                  <Option type="QString" value="" name="name" />
                  <Option type="Map" name="properties">
                    <Option type="Map" name="enabled">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE)" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                    <Option type="Map" name="fillColor">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="if(coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                  </Option>
                  <Option type="QString" value="collection" name="type" />
                </Option>
              </data_defined_properties>
            </layer>
          </symbol>
        </layer>
      </symbol>
      <symbol type="line" name="5" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="3.302" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 2.652" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="3.302" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="1" name="use_custom_dash" />
            <Option type="QString" value="1.3;1.04" name="customdash" />
            <Option type="QString" value="MM" name="customdash_unit" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 1.872" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE), '#A08E00', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="1.43" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 1.04" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="1.43" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="round" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 0.78" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="NOT coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(NOT coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="160,142,0,255" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="1.43" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 0" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="0.754" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 0.754 + 0" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="NOT coalesce(attribute($currentfeature, 'status') = 'done', TRUE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(NOT coalesce(attribute($currentfeature, 'status') = 'done', TRUE), '#FFFFFF', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="0.754" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="1" name="use_custom_dash" />
            <Option type="QString" value="2.34;1.82" name="customdash" />
            <Option type="QString" value="MM" name="customdash_unit" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 0.754 + 0" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'status') = 'started', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(attribute($currentfeature, 'status') = 'started', FALSE), '#A08E00', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="MarkerLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="centralpoint" name="placement" />
            <Option type="QString" value="0" name="rotate" />
            <Option type="QString" value="3" name="interval" />
            <Option type="QString" value="MM" name="interval_unit" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
          <symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" value="circle" name="name" />
                <Option type="QString" value="0" name="angle" />
                <Option type="QString" value="3.64" name="size" />
                <Option type="QString" value="MM" name="size_unit" />
                <Option type="QString" value="diameter" name="scale_method" />
                <Option type="QString" value="0,0" name="offset" />
                <Option type="QString" value="MM" name="offset_unit" />
                <Option type="QString" value="1" name="horizontal_anchor_point" />
                <Option type="QString" value="1" name="vertical_anchor_point" />
                <Option type="QString" value="0,0,0,0" name="color" />
                <Option type="QString" value="0,0,0,0" name="outline_color" />
                <Option type="QString" value="solid" name="outline_style" />
                <Option type="QString" value="0.26" name="outline_width" />
                <Option type="QString" value="MM" name="outline_width_unit" />
                <Option type="QString" value="round" name="joinstyle" />
                <Option type="QString" value="flat" name="cap_style" />
              </Option>
              <data_defined_properties>
                <Option type="Map">
                  <Option type="QString" value="" name="name" />
                  <Option type="Map" name="properties">
                    <Option type="Map" name="enabled">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE)" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                    <Option type="Map" name="fillColor">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="if(coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE), '#B8142B', '0,0,0,0')" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                    <Option type="Map" name="outlineColor">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="if(coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                  </Option>
                  <Option type="QString" value="collection" name="type" />
                </Option>
              </data_defined_properties>
            </layer>
            <layer class="FontMarker" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" value="!" name="chr" />
                <Option type="QString" value="Arial" name="font" />
                <Option type="QString" value="Bold" name="font_style" />
                <Option type="QString" value="0,0,0,0" name="color" />
                <Option type="QString" value="2.912" name="size" />
                <Option type="QString" value="MM" name="size_unit" />
                <Option type="QString" value="0,0" name="offset" />
                <Option type="QString" value="MM" name="offset_unit" />
                <Option type="QString" value="1" name="horizontal_anchor_point" />
                <Option type="QString" value="1" name="vertical_anchor_point" />
                <Option type="QString" value="0" name="angle" />
                <Option type="QString" value="0" name="outline_width" />
              </Option>
              <data_defined_properties>
                <Option type="Map">
                  <Option type="QString" value="" name="name" />
                  <Option type="Map" name="properties">
                    <Option type="Map" name="enabled">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE)" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                    <Option type="Map" name="fillColor">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="if(coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                  </Option>
                  <Option type="QString" value="collection" name="type" />
                </Option>
              </data_defined_properties>
            </layer>
          </symbol>
        </layer>
      </symbol>
      <symbol type="line" name="6" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="3.302" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 2.652" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="3.302" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="1" name="use_custom_dash" />
            <Option type="QString" value="1.3;1.04" name="customdash" />
            <Option type="QString" value="MM" name="customdash_unit" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 1.872" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE), '#3A68C4', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="1.43" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 1.04" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="1.43" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="round" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 0.78" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="NOT coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(NOT coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="58,104,196,255" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="1.43" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 0" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="0.754" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 0.754 + 0" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="NOT coalesce(attribute($currentfeature, 'status') = 'done', TRUE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(NOT coalesce(attribute($currentfeature, 'status') = 'done', TRUE), '#FFFFFF', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="0.754" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="1" name="use_custom_dash" />
            <Option type="QString" value="2.34;1.82" name="customdash" />
            <Option type="QString" value="MM" name="customdash_unit" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 0.754 + 0" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'status') = 'started', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(attribute($currentfeature, 'status') = 'started', FALSE), '#3A68C4', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="MarkerLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="centralpoint" name="placement" />
            <Option type="QString" value="0" name="rotate" />
            <Option type="QString" value="3" name="interval" />
            <Option type="QString" value="MM" name="interval_unit" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
          <symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" value="circle" name="name" />
                <Option type="QString" value="0" name="angle" />
                <Option type="QString" value="3.64" name="size" />
                <Option type="QString" value="MM" name="size_unit" />
                <Option type="QString" value="diameter" name="scale_method" />
                <Option type="QString" value="0,0" name="offset" />
                <Option type="QString" value="MM" name="offset_unit" />
                <Option type="QString" value="1" name="horizontal_anchor_point" />
                <Option type="QString" value="1" name="vertical_anchor_point" />
                <Option type="QString" value="0,0,0,0" name="color" />
                <Option type="QString" value="0,0,0,0" name="outline_color" />
                <Option type="QString" value="solid" name="outline_style" />
                <Option type="QString" value="0.26" name="outline_width" />
                <Option type="QString" value="MM" name="outline_width_unit" />
                <Option type="QString" value="round" name="joinstyle" />
                <Option type="QString" value="flat" name="cap_style" />
              </Option>
              <data_defined_properties>
                <Option type="Map">
                  <Option type="QString" value="" name="name" />
                  <Option type="Map" name="properties">
                    <Option type="Map" name="enabled">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE)" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                    <Option type="Map" name="fillColor">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="if(coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE), '#B8142B', '0,0,0,0')" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                    <Option type="Map" name="outlineColor">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="if(coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                  </Option>
                  <Option type="QString" value="collection" name="type" />
                </Option>
              </data_defined_properties>
            </layer>
            <layer class="FontMarker" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" value="!" name="chr" />
                <Option type="QString" value="Arial" name="font" />
                <Option type="QString" value="Bold" name="font_style" />
                <Option type="QString" value="0,0,0,0" name="color" />
                <Option type="QString" value="2.912" name="size" />
                <Option type="QString" value="MM" name="size_unit" />
                <Option type="QString" value="0,0" name="offset" />
                <Option type="QString" value="MM" name="offset_unit" />
                <Option type="QString" value="1" name="horizontal_anchor_point" />
                <Option type="QString" value="1" name="vertical_anchor_point" />
                <Option type="QString" value="0" name="angle" />
                <Option type="QString" value="0" name="outline_width" />
              </Option>
              <data_defined_properties>
                <Option type="Map">
                  <Option type="QString" value="" name="name" />
                  <Option type="Map" name="properties">
                    <Option type="Map" name="enabled">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE)" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                    <Option type="Map" name="fillColor">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="if(coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                  </Option>
                  <Option type="QString" value="collection" name="type" />
                </Option>
              </data_defined_properties>
            </layer>
          </symbol>
        </layer>
      </symbol>
      <symbol type="line" name="7" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="3.302" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 2.652" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="3.302" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="1" name="use_custom_dash" />
            <Option type="QString" value="1.3;1.04" name="customdash" />
            <Option type="QString" value="MM" name="customdash_unit" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 1.872" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE), '#0F9A90', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="1.43" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 1.04" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="1.43" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="round" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 0.78" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="NOT coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(NOT coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="15,154,144,255" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="1.43" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 0" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="0.754" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 0.754 + 0" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="NOT coalesce(attribute($currentfeature, 'status') = 'done', TRUE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(NOT coalesce(attribute($currentfeature, 'status') = 'done', TRUE), '#FFFFFF', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="0.754" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="1" name="use_custom_dash" />
            <Option type="QString" value="2.34;1.82" name="customdash" />
            <Option type="QString" value="MM" name="customdash_unit" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 0.754 + 0" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'status') = 'started', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(attribute($currentfeature, 'status') = 'started', FALSE), '#0F9A90', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="MarkerLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="centralpoint" name="placement" />
            <Option type="QString" value="0" name="rotate" />
            <Option type="QString" value="3" name="interval" />
            <Option type="QString" value="MM" name="interval_unit" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
          <symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" value="circle" name="name" />
                <Option type="QString" value="0" name="angle" />
                <Option type="QString" value="3.64" name="size" />
                <Option type="QString" value="MM" name="size_unit" />
                <Option type="QString" value="diameter" name="scale_method" />
                <Option type="QString" value="0,0" name="offset" />
                <Option type="QString" value="MM" name="offset_unit" />
                <Option type="QString" value="1" name="horizontal_anchor_point" />
                <Option type="QString" value="1" name="vertical_anchor_point" />
                <Option type="QString" value="0,0,0,0" name="color" />
                <Option type="QString" value="0,0,0,0" name="outline_color" />
                <Option type="QString" value="solid" name="outline_style" />
                <Option type="QString" value="0.26" name="outline_width" />
                <Option type="QString" value="MM" name="outline_width_unit" />
                <Option type="QString" value="round" name="joinstyle" />
                <Option type="QString" value="flat" name="cap_style" />
              </Option>
              <data_defined_properties>
                <Option type="Map">
                  <Option type="QString" value="" name="name" />
                  <Option type="Map" name="properties">
                    <Option type="Map" name="enabled">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE)" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                    <Option type="Map" name="fillColor">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="if(coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE), '#B8142B', '0,0,0,0')" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                    <Option type="Map" name="outlineColor">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="if(coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                  </Option>
                  <Option type="QString" value="collection" name="type" />
                </Option>
              </data_defined_properties>
            </layer>
            <layer class="FontMarker" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" value="!" name="chr" />
                <Option type="QString" value="Arial" name="font" />
                <Option type="QString" value="Bold" name="font_style" />
                <Option type="QString" value="0,0,0,0" name="color" />
                <Option type="QString" value="2.912" name="size" />
                <Option type="QString" value="MM" name="size_unit" />
                <Option type="QString" value="0,0" name="offset" />
                <Option type="QString" value="MM" name="offset_unit" />
                <Option type="QString" value="1" name="horizontal_anchor_point" />
                <Option type="QString" value="1" name="vertical_anchor_point" />
                <Option type="QString" value="0" name="angle" />
                <Option type="QString" value="0" name="outline_width" />
              </Option>
              <data_defined_properties>
                <Option type="Map">
                  <Option type="QString" value="" name="name" />
                  <Option type="Map" name="properties">
                    <Option type="Map" name="enabled">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE)" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                    <Option type="Map" name="fillColor">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="if(coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                  </Option>
                  <Option type="QString" value="collection" name="type" />
                </Option>
              </data_defined_properties>
            </layer>
          </symbol>
        </layer>
      </symbol>
      <symbol type="line" name="8" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="3.302" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 2.652" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="3.302" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="1" name="use_custom_dash" />
            <Option type="QString" value="1.3;1.04" name="customdash" />
            <Option type="QString" value="MM" name="customdash_unit" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 1.872" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE), '#65727D', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="1.43" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 1.04" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="1.43" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="round" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 0.78" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="NOT coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(NOT coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="101,114,125,255" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="1.43" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 0" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="0.754" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 0.754 + 0" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="NOT coalesce(attribute($currentfeature, 'status') = 'done', TRUE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(NOT coalesce(attribute($currentfeature, 'status') = 'done', TRUE), '#FFFFFF', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="0.754" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="1" name="use_custom_dash" />
            <Option type="QString" value="2.34;1.82" name="customdash" />
            <Option type="QString" value="MM" name="customdash_unit" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 0.754 + 0" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'status') = 'started', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(attribute($currentfeature, 'status') = 'started', FALSE), '#65727D', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="MarkerLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="centralpoint" name="placement" />
            <Option type="QString" value="0" name="rotate" />
            <Option type="QString" value="3" name="interval" />
            <Option type="QString" value="MM" name="interval_unit" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
          <symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" value="circle" name="name" />
                <Option type="QString" value="0" name="angle" />
                <Option type="QString" value="3.64" name="size" />
                <Option type="QString" value="MM" name="size_unit" />
                <Option type="QString" value="diameter" name="scale_method" />
                <Option type="QString" value="0,0" name="offset" />
                <Option type="QString" value="MM" name="offset_unit" />
                <Option type="QString" value="1" name="horizontal_anchor_point" />
                <Option type="QString" value="1" name="vertical_anchor_point" />
                <Option type="QString" value="0,0,0,0" name="color" />
                <Option type="QString" value="0,0,0,0" name="outline_color" />
                <Option type="QString" value="solid" name="outline_style" />
                <Option type="QString" value="0.26" name="outline_width" />
                <Option type="QString" value="MM" name="outline_width_unit" />
                <Option type="QString" value="round" name="joinstyle" />
                <Option type="QString" value="flat" name="cap_style" />
              </Option>
              <data_defined_properties>
                <Option type="Map">
                  <Option type="QString" value="" name="name" />
                  <Option type="Map" name="properties">
                    <Option type="Map" name="enabled">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE)" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                    <Option type="Map" name="fillColor">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="if(coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE), '#B8142B', '0,0,0,0')" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                    <Option type="Map" name="outlineColor">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="if(coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                  </Option>
                  <Option type="QString" value="collection" name="type" />
                </Option>
              </data_defined_properties>
            </layer>
            <layer class="FontMarker" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" value="!" name="chr" />
                <Option type="QString" value="Arial" name="font" />
                <Option type="QString" value="Bold" name="font_style" />
                <Option type="QString" value="0,0,0,0" name="color" />
                <Option type="QString" value="2.912" name="size" />
                <Option type="QString" value="MM" name="size_unit" />
                <Option type="QString" value="0,0" name="offset" />
                <Option type="QString" value="MM" name="offset_unit" />
                <Option type="QString" value="1" name="horizontal_anchor_point" />
                <Option type="QString" value="1" name="vertical_anchor_point" />
                <Option type="QString" value="0" name="angle" />
                <Option type="QString" value="0" name="outline_width" />
              </Option>
              <data_defined_properties>
                <Option type="Map">
                  <Option type="QString" value="" name="name" />
                  <Option type="Map" name="properties">
                    <Option type="Map" name="enabled">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE)" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                    <Option type="Map" name="fillColor">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="if(coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                  </Option>
                  <Option type="QString" value="collection" name="type" />
                </Option>
              </data_defined_properties>
            </layer>
          </symbol>
        </layer>
      </symbol>
      <symbol type="line" name="9" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="3.302" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 2.652" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="3.302" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="1" name="use_custom_dash" />
            <Option type="QString" value="1.3;1.04" name="customdash" />
            <Option type="QString" value="MM" name="customdash_unit" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 1.872" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE), '#4A5A67', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="1.43" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 1.04" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="1.43" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="round" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 0.78" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="NOT coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(NOT coalesce(attribute($currentfeature, 'kind') = 'tunnel', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="74,90,103,255" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="1.43" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.43 + 0" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="0.754" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 0.754 + 0" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="NOT coalesce(attribute($currentfeature, 'status') = 'done', TRUE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(NOT coalesce(attribute($currentfeature, 'status') = 'done', TRUE), '#FFFFFF', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="0,0,0,0" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="0.754" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="1" name="use_custom_dash" />
            <Option type="QString" value="2.34;1.82" name="customdash" />
            <Option type="QString" value="MM" name="customdash_unit" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 0.754 + 0" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'status') = 'started', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(attribute($currentfeature, 'status') = 'started', FALSE), '#4A5A67', '0,0,0,0')" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="MarkerLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="centralpoint" name="placement" />
            <Option type="QString" value="0" name="rotate" />
            <Option type="QString" value="3" name="interval" />
            <Option type="QString" value="MM" name="interval_unit" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="enabled">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE)" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
          <symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
            <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" value="circle" name="name" />
                <Option type="QString" value="0" name="angle" />
                <Option type="QString" value="3.64" name="size" />
                <Option type="QString" value="MM" name="size_unit" />
                <Option type="QString" value="diameter" name="scale_method" />
                <Option type="QString" value="0,0" name="offset" />
                <Option type="QString" value="MM" name="offset_unit" />
                <Option type="QString" value="1" name="horizontal_anchor_point" />
                <Option type="QString" value="1" name="vertical_anchor_point" />
                <Option type="QString" value="0,0,0,0" name="color" />
                <Option type="QString" value="0,0,0,0" name="outline_color" />
                <Option type="QString" value="solid" name="outline_style" />
                <Option type="QString" value="0.26" name="outline_width" />
                <Option type="QString" value="MM" name="outline_width_unit" />
                <Option type="QString" value="round" name="joinstyle" />
                <Option type="QString" value="flat" name="cap_style" />
              </Option>
              <data_defined_properties>
                <Option type="Map">
                  <Option type="QString" value="" name="name" />
                  <Option type="Map" name="properties">
                    <Option type="Map" name="enabled">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE)" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                    <Option type="Map" name="fillColor">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="if(coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE), '#B8142B', '0,0,0,0')" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                    <Option type="Map" name="outlineColor">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="if(coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                  </Option>
                  <Option type="QString" value="collection" name="type" />
                </Option>
              </data_defined_properties>
            </layer>
            <layer class="FontMarker" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" value="!" name="chr" />
                <Option type="QString" value="Arial" name="font" />
                <Option type="QString" value="Bold" name="font_style" />
                <Option type="QString" value="0,0,0,0" name="color" />
                <Option type="QString" value="2.912" name="size" />
                <Option type="QString" value="MM" name="size_unit" />
                <Option type="QString" value="0,0" name="offset" />
                <Option type="QString" value="MM" name="offset_unit" />
                <Option type="QString" value="1" name="horizontal_anchor_point" />
                <Option type="QString" value="1" name="vertical_anchor_point" />
                <Option type="QString" value="0" name="angle" />
                <Option type="QString" value="0" name="outline_width" />
              </Option>
              <data_defined_properties>
                <Option type="Map">
                  <Option type="QString" value="" name="name" />
                  <Option type="Map" name="properties">
                    <Option type="Map" name="enabled">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE)" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                    <Option type="Map" name="fillColor">
                      <Option type="bool" value="true" name="active" />
                      <Option type="QString" value="if(coalesce(attribute($currentfeature, 'due') &lt; to_date(coalesce(@planmap_as_of, '2020-08-01')) AND attribute($currentfeature, 'status') &lt;&gt; 'done', FALSE), '#FFFFFF', '0,0,0,0')" name="expression" />
                      <Option type="int" value="3" name="type" />
                    </Option>
                  </Option>
                  <Option type="QString" value="collection" name="type" />
                </Option>
              </data_defined_properties>
            </layer>
          </symbol>
        </layer>
      </symbol>
    </symbols>
    <rotation />
    <sizescale />
  </renderer-v2>
  <labeling type="simple">
    <settings calloutType="simple">
      <text-style fontFamily="Noto Sans CJK SC" namedStyle="Medium" fontWeight="57" fontSize="9" fontSizeUnit="Point" fontLetterSpacing="0" textColor="52,66,78,255" textOpacity="1" multilineHeight="1" textOrientation="horizontal" fieldName="&quot;place&quot; || if(&quot;precision&quot; IN ('exact', 'street'), '', ' ±' || if(&quot;uncertainty_m&quot; &gt;= 1000, to_string(&quot;uncertainty_m&quot; / 1000) || ' km', to_string(&quot;uncertainty_m&quot;) || ' m')) || if(count(1, group_by:=&quot;place_id&quot;) &gt; 1, ' · ' || '' || to_string(count(1, group_by:=&quot;place_id&quot;)) || ' 项', '')" isExpression="1" blendMode="0" allowHtml="0">
        <families>
          <family name="Noto Sans CJK SC" />
          <family name="Source Han Sans SC" />
          <family name="Microsoft YaHei" />
          <family name="PingFang SC" />
          <family name="SimHei" />
        </families>
        <text-buffer bufferDraw="1" bufferSize="0.455" bufferSizeUnits="MM" bufferOpacity="1" bufferColor="255,255,255,255" bufferNoFill="1" bufferJoinStyle="128" />
      </text-style>
      <text-format multilineAlign="1" wrapChar="" />
      <placement distUnits="MM" offsetUnits="MM" overrunDistanceUnit="MM" repeatDistanceUnits="MM" quadOffset="4" centroidWhole="0" fitInPolygonOnly="0" preserveRotation="1" placement="2" placementFlags="14" dist="1.235" overrunDistance="15.6" priority="8" />
      <rendering drawLabels="1" obstacle="1" obstacleType="1" obstacleFactor="1" mergeLines="1" scaleVisibility="1" scaleMin="0" scaleMax="118000" />
      <dd_properties>
        <Option type="Map">
          <Option type="QString" value="" name="name" />
          <Option type="Map" name="properties">
            <Option type="Map" name="Color">
              <Option type="bool" value="true" name="active" />
              <Option type="QString" value="CASE WHEN (CASE WHEN &quot;place_id&quot; IN ('P-08', 'P-11') THEN 'MIX' WHEN &quot;category&quot; IN ('规划设计', '规划审批', '片区开发') THEN 'PLN' WHEN &quot;category&quot; IN ('道路整治', '道路建设', '停车设施') THEN 'ROD' WHEN &quot;category&quot; IN ('重大工程', '项目开工', '市政设施', '新基建') THEN 'INF' WHEN &quot;category&quot; IN ('老旧小区改造', '安置区建设') THEN 'HOU' WHEN &quot;category&quot; IN ('公园绿化', '环境整治', '乡村整治') THEN 'ENV' WHEN &quot;category&quot; IN ('商业提升', '消费促进', '文旅项目') THEN 'COM' WHEN &quot;category&quot; IN ('产业政策', '产业发展', '产业项目', '招商引资') THEN 'IND' WHEN &quot;category&quot; IN ('政务服务', '企业服务') THEN 'SRV' ELSE 'OTH' END) = 'PLN' THEN '#421E72' WHEN (CASE WHEN &quot;place_id&quot; IN ('P-08', 'P-11') THEN 'MIX' WHEN &quot;category&quot; IN ('规划设计', '规划审批', '片区开发') THEN 'PLN' WHEN &quot;category&quot; IN ('道路整治', '道路建设', '停车设施') THEN 'ROD' WHEN &quot;category&quot; IN ('重大工程', '项目开工', '市政设施', '新基建') THEN 'INF' WHEN &quot;category&quot; IN ('老旧小区改造', '安置区建设') THEN 'HOU' WHEN &quot;category&quot; IN ('公园绿化', '环境整治', '乡村整治') THEN 'ENV' WHEN &quot;category&quot; IN ('商业提升', '消费促进', '文旅项目') THEN 'COM' WHEN &quot;category&quot; IN ('产业政策', '产业发展', '产业项目', '招商引资') THEN 'IND' WHEN &quot;category&quot; IN ('政务服务', '企业服务') THEN 'SRV' ELSE 'OTH' END) = 'ROD' THEN '#864121' WHEN (CASE WHEN &quot;place_id&quot; IN ('P-08', 'P-11') THEN 'MIX' WHEN &quot;category&quot; IN ('规划设计', '规划审批', '片区开发') THEN 'PLN' WHEN &quot;category&quot; IN ('道路整治', '道路建设', '停车设施') THEN 'ROD' WHEN &quot;category&quot; IN ('重大工程', '项目开工', '市政设施', '新基建') THEN 'INF' WHEN &quot;category&quot; IN ('老旧小区改造', '安置区建设') THEN 'HOU' WHEN &quot;category&quot; IN ('公园绿化', '环境整治', '乡村整治') THEN 'ENV' WHEN &quot;category&quot; IN ('商业提升', '消费促进', '文旅项目') THEN 'COM' WHEN &quot;category&quot; IN ('产业政策', '产业发展', '产业项目', '招商引资') THEN 'IND' WHEN &quot;category&quot; IN ('政务服务', '企业服务') THEN 'SRV' ELSE 'OTH' END) = 'INF' THEN '#151E2B' WHEN (CASE WHEN &quot;place_id&quot; IN ('P-08', 'P-11') THEN 'MIX' WHEN &quot;category&quot; IN ('规划设计', '规划审批', '片区开发') THEN 'PLN' WHEN &quot;category&quot; IN ('道路整治', '道路建设', '停车设施') THEN 'ROD' WHEN &quot;category&quot; IN ('重大工程', '项目开工', '市政设施', '新基建') THEN 'INF' WHEN &quot;category&quot; IN ('老旧小区改造', '安置区建设') THEN 'HOU' WHEN &quot;category&quot; IN ('公园绿化', '环境整治', '乡村整治') THEN 'ENV' WHEN &quot;category&quot; IN ('商业提升', '消费促进', '文旅项目') THEN 'COM' WHEN &quot;category&quot; IN ('产业政策', '产业发展', '产业项目', '招商引资') THEN 'IND' WHEN &quot;category&quot; IN ('政务服务', '企业服务') THEN 'SRV' ELSE 'OTH' END) = 'HOU' THEN '#67224D' WHEN (CASE WHEN &quot;place_id&quot; IN ('P-08', 'P-11') THEN 'MIX' WHEN &quot;category&quot; IN ('规划设计', '规划审批', '片区开发') THEN 'PLN' WHEN &quot;category&quot; IN ('道路整治', '道路建设', '停车设施') THEN 'ROD' WHEN &quot;category&quot; IN ('重大工程', '项目开工', '市政设施', '新基建') THEN 'INF' WHEN &quot;category&quot; IN ('老旧小区改造', '安置区建设') THEN 'HOU' WHEN &quot;category&quot; IN ('公园绿化', '环境整治', '乡村整治') THEN 'ENV' WHEN &quot;category&quot; IN ('商业提升', '消费促进', '文旅项目') THEN 'COM' WHEN &quot;category&quot; IN ('产业政策', '产业发展', '产业项目', '招商引资') THEN 'IND' WHEN &quot;category&quot; IN ('政务服务', '企业服务') THEN 'SRV' ELSE 'OTH' END) = 'ENV' THEN '#084719' WHEN (CASE WHEN &quot;place_id&quot; IN ('P-08', 'P-11') THEN 'MIX' WHEN &quot;category&quot; IN ('规划设计', '规划审批', '片区开发') THEN 'PLN' WHEN &quot;category&quot; IN ('道路整治', '道路建设', '停车设施') THEN 'ROD' WHEN &quot;category&quot; IN ('重大工程', '项目开工', '市政设施', '新基建') THEN 'INF' WHEN &quot;category&quot; IN ('老旧小区改造', '安置区建设') THEN 'HOU' WHEN &quot;category&quot; IN ('公园绿化', '环境整治', '乡村整治') THEN 'ENV' WHEN &quot;category&quot; IN ('商业提升', '消费促进', '文旅项目') THEN 'COM' WHEN &quot;category&quot; IN ('产业政策', '产业发展', '产业项目', '招商引资') THEN 'IND' WHEN &quot;category&quot; IN ('政务服务', '企业服务') THEN 'SRV' ELSE 'OTH' END) = 'COM' THEN '#736600' WHEN (CASE WHEN &quot;place_id&quot; IN ('P-08', 'P-11') THEN 'MIX' WHEN &quot;category&quot; IN ('规划设计', '规划审批', '片区开发') THEN 'PLN' WHEN &quot;category&quot; IN ('道路整治', '道路建设', '停车设施') THEN 'ROD' WHEN &quot;category&quot; IN ('重大工程', '项目开工', '市政设施', '新基建') THEN 'INF' WHEN &quot;category&quot; IN ('老旧小区改造', '安置区建设') THEN 'HOU' WHEN &quot;category&quot; IN ('公园绿化', '环境整治', '乡村整治') THEN 'ENV' WHEN &quot;category&quot; IN ('商业提升', '消费促进', '文旅项目') THEN 'COM' WHEN &quot;category&quot; IN ('产业政策', '产业发展', '产业项目', '招商引资') THEN 'IND' WHEN &quot;category&quot; IN ('政务服务', '企业服务') THEN 'SRV' ELSE 'OTH' END) = 'IND' THEN '#2A4B8D' WHEN (CASE WHEN &quot;place_id&quot; IN ('P-08', 'P-11') THEN 'MIX' WHEN &quot;category&quot; IN ('规划设计', '规划审批', '片区开发') THEN 'PLN' WHEN &quot;category&quot; IN ('道路整治', '道路建设', '停车设施') THEN 'ROD' WHEN &quot;category&quot; IN ('重大工程', '项目开工', '市政设施', '新基建') THEN 'INF' WHEN &quot;category&quot; IN ('老旧小区改造', '安置区建设') THEN 'HOU' WHEN &quot;category&quot; IN ('公园绿化', '环境整治', '乡村整治') THEN 'ENV' WHEN &quot;category&quot; IN ('商业提升', '消费促进', '文旅项目') THEN 'COM' WHEN &quot;category&quot; IN ('产业政策', '产业发展', '产业项目', '招商引资') THEN 'IND' WHEN &quot;category&quot; IN ('政务服务', '企业服务') THEN 'SRV' ELSE 'OTH' END) = 'SRV' THEN '#0B6F68' WHEN (CASE WHEN &quot;place_id&quot; IN ('P-08', 'P-11') THEN 'MIX' WHEN &quot;category&quot; IN ('规划设计', '规划审批', '片区开发') THEN 'PLN' WHEN &quot;category&quot; IN ('道路整治', '道路建设', '停车设施') THEN 'ROD' WHEN &quot;category&quot; IN ('重大工程', '项目开工', '市政设施', '新基建') THEN 'INF' WHEN &quot;category&quot; IN ('老旧小区改造', '安置区建设') THEN 'HOU' WHEN &quot;category&quot; IN ('公园绿化', '环境整治', '乡村整治') THEN 'ENV' WHEN &quot;category&quot; IN ('商业提升', '消费促进', '文旅项目') THEN 'COM' WHEN &quot;category&quot; IN ('产业政策', '产业发展', '产业项目', '招商引资') THEN 'IND' WHEN &quot;category&quot; IN ('政务服务', '企业服务') THEN 'SRV' ELSE 'OTH' END) = 'OTH' THEN '#47545F' ELSE '#34424E' END" name="expression" />
              <Option type="int" value="3" name="type" />
            </Option>
            <Option type="Map" name="Show">
              <Option type="bool" value="true" name="active" />
              <Option type="QString" value="&quot;id&quot; = minimum(&quot;id&quot;, group_by:=&quot;place_id&quot;)" name="expression" />
              <Option type="int" value="3" name="type" />
            </Option>
            <Option type="Map" name="LabelDistance">
              <Option type="bool" value="true" name="active" />
              <Option type="QString" value="if(&quot;kind&quot; = 'tunnel', 0.936, 0) + 1.235" name="expression" />
              <Option type="int" value="3" name="type" />
            </Option>
          </Option>
          <Option type="QString" value="collection" name="type" />
        </Option>
      </dd_properties>
    </settings>
  </labeling>
  <blendMode>0</blendMode>
  <featureBlendMode>0</featureBlendMode>
  <layerOpacity>1</layerOpacity>
  <fieldConfiguration>
    <field name="id" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="task_id" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="place_id" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="place" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="kind" configurationFlags="None">
      <editWidget type="ValueMap">
        <config>
          <Option type="Map">
            <Option type="List" name="map">
              <Option type="Map">
                <Option type="QString" value="road" name="道路" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="street" name="街道" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="tunnel" name="隧道" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="segment" name="路段" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="ring_road" name="环路" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="bridge" name="桥梁" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="junction" name="路口" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="park" name="公园" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="square" name="广场" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="estate" name="小区" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="compound" name="院落" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="building" name="大厦" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="market" name="市场" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="mall" name="商场" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="hotel" name="酒店" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="village" name="村" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="community" name="社区" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="town" name="镇" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="subdistrict" name="街道办" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="district" name="区县" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="city" name="市" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="region" name="区域" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="zone" name="片区" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="block" name="板块" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="industrial_park" name="产业园" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="substation" name="变电站" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="parcel" name="地块" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="rail" name="铁路" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="relic" name="遗址" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="plant" name="厂站" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="facility" name="设施" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="school" name="学校" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="hospital" name="医院" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="station" name="车站" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="project" name="项目" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="scenic" name="景区" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="dyke" name="堤防" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="river" name="河道" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="lake" name="湖" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="poi" name="地点" />
              </Option>
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="zone" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="unit" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="category" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="status" configurationFlags="None">
      <editWidget type="ValueMap">
        <config>
          <Option type="Map">
            <Option type="List" name="map">
              <Option type="Map">
                <Option type="QString" value="planned" name="计划" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="started" name="在办" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="done" name="完成" />
              </Option>
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="due" configurationFlags="None">
      <editWidget type="DateTime">
        <config>
          <Option type="Map">
            <Option type="QString" value="yyyy-MM-dd" name="display_format" />
            <Option type="QString" value="yyyy-MM-dd" name="field_format" />
            <Option type="bool" value="false" name="field_iso_format" />
            <Option type="bool" value="true" name="calendar_popup" />
            <Option type="bool" value="true" name="allow_null" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="interval_start" configurationFlags="None">
      <editWidget type="DateTime">
        <config>
          <Option type="Map">
            <Option type="QString" value="yyyy-MM-dd" name="display_format" />
            <Option type="QString" value="yyyy-MM-dd" name="field_format" />
            <Option type="bool" value="false" name="field_iso_format" />
            <Option type="bool" value="true" name="calendar_popup" />
            <Option type="bool" value="true" name="allow_null" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="interval_end" configurationFlags="None">
      <editWidget type="DateTime">
        <config>
          <Option type="Map">
            <Option type="QString" value="yyyy-MM-dd" name="display_format" />
            <Option type="QString" value="yyyy-MM-dd" name="field_format" />
            <Option type="bool" value="false" name="field_iso_format" />
            <Option type="bool" value="true" name="calendar_popup" />
            <Option type="bool" value="true" name="allow_null" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="text" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="true" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="quantity" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="quantity_max" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="quantity_unit" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="quantity_of" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="quantities" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="true" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="hedge" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="condition" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="due_alternative" configurationFlags="None">
      <editWidget type="DateTime">
        <config>
          <Option type="Map">
            <Option type="QString" value="yyyy-MM-dd" name="display_format" />
            <Option type="QString" value="yyyy-MM-dd" name="field_format" />
            <Option type="bool" value="false" name="field_iso_format" />
            <Option type="bool" value="true" name="calendar_popup" />
            <Option type="bool" value="true" name="allow_null" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="list_named" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="list_total" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="precision" configurationFlags="None">
      <editWidget type="ValueMap">
        <config>
          <Option type="Map">
            <Option type="List" name="map">
              <Option type="Map">
                <Option type="QString" value="exact" name="准确" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="street" name="沿路" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="area" name="范围" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="zone" name="片区级" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="district" name="全区" />
              </Option>
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="uncertainty_m" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="datum_in" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="source" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="report" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="text_start" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="text_end" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
  </fieldConfiguration>
  <aliases>
    <alias field="id" index="0" name="编号" />
    <alias field="task_id" index="1" name="任务编号" />
    <alias field="place_id" index="2" name="地点编号" />
    <alias field="place" index="3" name="地点" />
    <alias field="kind" index="4" name="类型" />
    <alias field="zone" index="5" name="管理片区" />
    <alias field="unit" index="6" name="责任单位" />
    <alias field="category" index="7" name="类别" />
    <alias field="status" index="8" name="状态" />
    <alias field="due" index="9" name="期限" />
    <alias field="interval_start" index="10" name="时段起" />
    <alias field="interval_end" index="11" name="时段止" />
    <alias field="text" index="12" name="任务原文" />
    <alias field="quantity" index="13" name="数量" />
    <alias field="quantity_max" index="14" name="数量上限" />
    <alias field="quantity_unit" index="15" name="数量单位" />
    <alias field="quantity_of" index="16" name="数量所指" />
    <alias field="quantities" index="17" name="数量" />
    <alias field="hedge" index="18" name="语气" />
    <alias field="condition" index="19" name="前提" />
    <alias field="due_alternative" index="20" name="另一种期限" />
    <alias field="list_named" index="21" name="点名数" />
    <alias field="list_total" index="22" name="原文所称数" />
    <alias field="precision" index="23" name="位置把握" />
    <alias field="uncertainty_m" index="24" name="误差（米）" />
    <alias field="datum_in" index="25" name="原坐标系" />
    <alias field="source" index="26" name="来源" />
    <alias field="report" index="27" name="报告" />
    <alias field="text_start" index="28" name="原文起" />
    <alias field="text_end" index="29" name="原文止" />
  </aliases>
  <attributetableconfig actionWidgetStyle="dropDown" sortExpression="" sortOrder="0">
    <columns>
      <column type="field" name="id" hidden="0" width="-1" />
      <column type="field" name="task_id" hidden="0" width="-1" />
      <column type="field" name="place_id" hidden="0" width="-1" />
      <column type="field" name="place" hidden="0" width="-1" />
      <column type="field" name="kind" hidden="0" width="-1" />
      <column type="field" name="zone" hidden="0" width="-1" />
      <column type="field" name="unit" hidden="0" width="-1" />
      <column type="field" name="category" hidden="0" width="-1" />
      <column type="field" name="status" hidden="0" width="-1" />
      <column type="field" name="due" hidden="0" width="-1" />
      <column type="field" name="interval_start" hidden="0" width="-1" />
      <column type="field" name="interval_end" hidden="0" width="-1" />
      <column type="field" name="text" hidden="0" width="420" />
      <column type="field" name="quantity" hidden="0" width="-1" />
      <column type="field" name="quantity_max" hidden="0" width="-1" />
      <column type="field" name="quantity_unit" hidden="0" width="-1" />
      <column type="field" name="quantity_of" hidden="0" width="-1" />
      <column type="field" name="quantities" hidden="0" width="-1" />
      <column type="field" name="hedge" hidden="0" width="-1" />
      <column type="field" name="condition" hidden="0" width="-1" />
      <column type="field" name="due_alternative" hidden="0" width="-1" />
      <column type="field" name="list_named" hidden="0" width="-1" />
      <column type="field" name="list_total" hidden="0" width="-1" />
      <column type="field" name="precision" hidden="0" width="-1" />
      <column type="field" name="uncertainty_m" hidden="0" width="-1" />
      <column type="field" name="datum_in" hidden="0" width="-1" />
      <column type="field" name="source" hidden="0" width="-1" />
      <column type="field" name="report" hidden="0" width="-1" />
      <column type="field" name="text_start" hidden="0" width="-1" />
      <column type="field" name="text_end" hidden="0" width="-1" />
    </columns>
  </attributetableconfig>
  <editorlayout>tablayout</editorlayout>
  <attributeEditorForm>
    <attributeEditorContainer name="任务" columnCount="1" groupBox="0" showLabel="1" visibilityExpressionEnabled="0" visibilityExpression="">
      <attributeEditorField name="task_id" index="1" showLabel="1" />
      <attributeEditorField name="text" index="12" showLabel="1" />
      <attributeEditorField name="zone" index="5" showLabel="1" />
      <attributeEditorField name="unit" index="6" showLabel="1" />
      <attributeEditorField name="category" index="7" showLabel="1" />
      <attributeEditorField name="status" index="8" showLabel="1" />
      <attributeEditorField name="due" index="9" showLabel="1" />
      <attributeEditorField name="due_alternative" index="20" showLabel="1" />
      <attributeEditorField name="interval_start" index="10" showLabel="1" />
      <attributeEditorField name="interval_end" index="11" showLabel="1" />
      <attributeEditorField name="quantities" index="17" showLabel="1" />
      <attributeEditorField name="hedge" index="18" showLabel="1" />
      <attributeEditorField name="condition" index="19" showLabel="1" />
      <attributeEditorField name="list_named" index="21" showLabel="1" />
      <attributeEditorField name="list_total" index="22" showLabel="1" />
    </attributeEditorContainer>
    <attributeEditorContainer name="地点" columnCount="1" groupBox="0" showLabel="1" visibilityExpressionEnabled="0" visibilityExpression="">
      <attributeEditorField name="place" index="3" showLabel="1" />
      <attributeEditorField name="place_id" index="2" showLabel="1" />
      <attributeEditorField name="kind" index="4" showLabel="1" />
      <attributeEditorField name="precision" index="23" showLabel="1" />
      <attributeEditorField name="uncertainty_m" index="24" showLabel="1" />
    </attributeEditorContainer>
    <attributeEditorContainer name="来源" columnCount="1" groupBox="0" showLabel="1" visibilityExpressionEnabled="0" visibilityExpression="">
      <attributeEditorField name="id" index="0" showLabel="1" />
      <attributeEditorField name="quantity" index="13" showLabel="1" />
      <attributeEditorField name="quantity_max" index="14" showLabel="1" />
      <attributeEditorField name="quantity_unit" index="15" showLabel="1" />
      <attributeEditorField name="quantity_of" index="16" showLabel="1" />
      <attributeEditorField name="datum_in" index="25" showLabel="1" />
      <attributeEditorField name="source" index="26" showLabel="1" />
      <attributeEditorField name="report" index="27" showLabel="1" />
      <attributeEditorField name="text_start" index="28" showLabel="1" />
      <attributeEditorField name="text_end" index="29" showLabel="1" />
    </attributeEditorContainer>
  </attributeEditorForm>
  <editable>
    <field name="id" editable="0" />
    <field name="task_id" editable="0" />
    <field name="place_id" editable="0" />
    <field name="place" editable="0" />
    <field name="kind" editable="0" />
    <field name="zone" editable="0" />
    <field name="unit" editable="0" />
    <field name="category" editable="0" />
    <field name="status" editable="0" />
    <field name="due" editable="0" />
    <field name="interval_start" editable="0" />
    <field name="interval_end" editable="0" />
    <field name="text" editable="0" />
    <field name="quantity" editable="0" />
    <field name="quantity_max" editable="0" />
    <field name="quantity_unit" editable="0" />
    <field name="quantity_of" editable="0" />
    <field name="quantities" editable="0" />
    <field name="hedge" editable="0" />
    <field name="condition" editable="0" />
    <field name="due_alternative" editable="0" />
    <field name="list_named" editable="0" />
    <field name="list_total" editable="0" />
    <field name="precision" editable="0" />
    <field name="uncertainty_m" editable="0" />
    <field name="datum_in" editable="0" />
    <field name="source" editable="0" />
    <field name="report" editable="0" />
    <field name="text_start" editable="0" />
    <field name="text_end" editable="0" />
  </editable>
  <previewExpression>"task_id" || ' ' || left("text", 30)</previewExpression>
  <mapTip>&lt;b&gt;[% replace(replace(coalesce("place", ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;') %]&lt;/b&gt;&lt;p&gt;[% replace(replace(coalesce("text", ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;') %]&lt;/p&gt;&lt;p&gt;[% replace(replace(coalesce("unit", ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;') %] · [% replace(replace(coalesce("category", ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;') %] · [% replace(replace(coalesce(coalesce(map_get(map('planned', '计划', 'started', '在办', 'done', '完成', 'indicative', '示意'), "status"), "status"), ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;') %] · [% if("due" IS NULL, '无期限', format_date("due", 'yyyy-MM-dd')) %]&lt;/p&gt;</mapTip>
</qgis>
